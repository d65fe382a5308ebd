import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { accepts, startCluster } from "@/bin/postgres/cluster";
import { forgetStale } from "@/bin/postgres/orphan";
import { isRunning, until } from "@/bin/process";
import { migrate } from "@/lib/db/migrate";

const closed = mkdtempSync(join(tmpdir(), "twofeet-closed-"));
const folder = join(closed, "in/here");
mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(closed, { recursive: true, force: true }));

const postmaster = () => Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
const start = () => startCluster({ folder, password: "secret", settings: { fsync: "off" } });

test("a database below a closed folder starts, comes back when it is killed, and stops", async () => {
  const cluster = await start();
  const killed = postmaster();
  process.kill(killed, "SIGKILL");
  expect(await until(async () => !isRunning(killed, "postgres") && (await accepts(cluster.ownerUrl)), 15_000)).toBe(
    true,
  );
  await cluster.stop();
  expect(await accepts(cluster.ownerUrl)).toBe(false);
});

test("migrations are applied once, in their order", async () => {
  const cluster = await start();
  const applied = await migrate(cluster.ownerUrl);
  expect(applied).toEqual([...applied].sort());
  expect(applied.length).toBeGreaterThan(0);
  expect(await migrate(cluster.ownerUrl)).toEqual([]);
  await cluster.stop();
});

test("nobody gets in without the password", async () => {
  const cluster = await start();
  expect(await accepts(cluster.ownerUrl.replace(":secret@", ":guess@"))).toBe(false);
  expect(await accepts(cluster.ownerUrl.replace("owner:secret@", "postgres@"))).toBe(false);
  await cluster.stop();
});

test("a lock is stale when its process is another program by now", () => {
  const lock = join(folder, "postgres/postmaster.pid");
  writeFileSync(lock, `${process.pid}\n`);
  forgetStale(join(folder, "postgres"));
  expect(() => readFileSync(lock)).toThrow("ENOENT");
});
