import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { fetchRepository } from "@/lib/import/fetch-repository";
import { TooLarge } from "@/lib/import/git-http";
import { measurePack } from "@/lib/import/measure-pack";
import { aPack, repeated } from "@/tests/support/a-pack";

const settings = vi.hoisted(() => ({ inside: "" }));
vi.mock("@/lib/env", async (real) => {
  const { env } = await real<typeof import("@/lib/env")>();
  return { env: () => ({ ...env(), GIT_INSIDE: settings.inside }) };
});

const blob = (size: number) => ({ kind: "blob" as const, content: Buffer.alloc(size, "a") });
const delta = (onto: number, size: number, times: number) => ({
  kind: "delta" as const,
  onto,
  content: repeated(size, times),
});

/** A few hundred bytes that unfold to sixteen times as much with every step. */
const bomb = aPack([blob(60_000), delta(0, 60_000, 16), delta(1, 960_000, 16), delta(2, 15_360_000, 16)]);

const servers: { close: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A repository whose only pack is this one, as its server sends it. */
async function repositoryOf(pack: Buffer) {
  const line = (text: string | Buffer) => {
    const bytes = Buffer.from(text);
    return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
  };
  const oid = "1".repeat(40);
  const server = createServer((request, answer) => {
    request.resume();
    const isAsked = request.url?.includes("info/refs");
    answer.writeHead(200, { "content-type": `application/x-git-upload-pack-${isAsked ? "advertisement" : "result"}` });
    const able = "side-band-64k ofs-delta shallow symref=HEAD:refs/heads/main";
    const refs = [`${oid} HEAD\0${able}\n`, `${oid} refs/heads/main\n`].map(line);
    if (isAsked)
      return answer.end(
        Buffer.concat([line("# service=git-upload-pack\n"), Buffer.from("0000"), ...refs, Buffer.from("0000")]),
      );
    const shallow = [line(`shallow ${oid}\n`), Buffer.from("0000"), line("NAK\n")];
    answer.end(Buffer.concat([...shallow, line(Buffer.concat([Buffer.from([1]), pack])), Buffer.from("0000")]));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  settings.inside = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return `http://${settings.inside}/a/b`;
}

test("what a pack unfolds to is known before it is unfolded, and too much is refused", () => {
  expect(bomb.length).toBeLessThan(2_000);
  measurePack(aPack([blob(60_000), delta(0, 60_000, 16)]));
  expect(() => measurePack(bomb)).toThrow(TooLarge);
  expect(() => measurePack(aPack([blob(1)], 30_001))).toThrow(TooLarge);
  expect(() => measurePack(aPack([blob(30_000_001)]))).toThrow(TooLarge);
  expect(() => measurePack(aPack(Array.from({ length: 6 }, () => blob(14_000_000))))).toThrow(TooLarge);
  const chain = Array.from({ length: 101 }, (_, at) => delta(at, 10, 1));
  measurePack(aPack([blob(10), ...chain.slice(1)].map((one, at) => (at === 0 ? one : delta(at - 1, 10, 1)))));
  expect(() => measurePack(aPack([blob(10), ...chain]))).toThrow(TooLarge);
});

test("what lies about its size, or takes too long to measure, is refused", () => {
  let now = 0;
  expect(() => measurePack(aPack([blob(1), blob(2)]), () => (now += 10_000))).toThrow(TooLarge);
  const lying = aPack([blob(100_000)]);
  lying[12] = (lying[12] ?? 0) & 0x7f;
  expect(() => measurePack(lying)).toThrow();
});

test("a repository whose pack unfolds to very much is not unfolded", async () => {
  const before = process.memoryUsage().arrayBuffers;
  await expect(fetchRepository(await repositoryOf(bomb), "")).rejects.toThrow(TooLarge);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
});
