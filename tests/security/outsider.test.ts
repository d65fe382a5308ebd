import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter } from "@/lib/db/enter";
import { ask } from "@/lib/db/perform";
import { viewOutsideLook } from "@/lib/outsider/queries";
import { isTight, verdicts } from "@/lib/outsider/rules";
import { aFullDay } from "@/tests/support/a-full-day";
import { aSession } from "@/tests/support/session";
import { withLeakIn } from "./canary/planted";
import { actions } from "./canary/routes";

const origin = process.env.TWOFEET_URL ?? "";
const db = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => db.connect());
afterAll(() => db.end());

async function aDay(visibility: "public" | "private") {
  const day = await aFullDay();
  // lists are searched for its name, which no other event may have
  const data = { visibility, name: `Day of ${day.slug}` };
  await enter(day.host, "host", ({ tx, event }) => tx.event.update({ where: { id: event.id }, data }));
  return day;
}

/** Presses the host's button; answers what was found. */
async function lookFrom({ slug, host }: Awaited<ReturnType<typeof aDay>>) {
  const id = actions().find(({ name }) => name === "lookFromOutsideAction")?.id ?? "";
  const { name, value } = await aSession(host.userId);
  const body = new FormData();
  body.set("0", JSON.stringify([slug, { status: "idle" }, "$K1"]));
  const headers = { "next-action": id, origin, cookie: `${name}=${value}` };
  const at = `${origin}/e/${slug}/outsider`;
  const answer = await fetch(at, { method: "POST", headers, body, redirect: "manual" });
  expect(answer.status).toBeLessThan(400);
  const { look } = await ask(viewOutsideLook, host, undefined);
  if (!look) throw new Error("Nothing was kept.");
  return look.report;
}

test("a private day shows nothing to anybody outside, and a participant what is theirs", async () => {
  const day = await aDay("private");
  const report = await lookFrom(day);
  const found = report.rows.filter(({ reach }) =>
    [reach.stranger, reach.elsewhere, reach.removed].some((one) => one !== "nothing"),
  );
  expect(found).toEqual([]);
  expect(isTight(report)).toBe(true);
  expect(report.asked).toBeGreaterThan(500);
  expect(report.untried).toEqual([]);
  const of = (what: string) => report.rows.find((row) => row.what === what)?.reach.participant;
  expect(["/e/[slug]", "/e/[slug]/topics", "/live/e/[slug]/board", "channel hall"].map(of)).toEqual(
    Array(4).fill("reached"),
  );
  expect(["/e/[slug]/desk", "/e/[slug]/settings", "/e/[slug]/outsider", "channel crew"].map(of)).not.toContain(
    "reached",
  );
});

test("a door that was left open is seen by whoever looks", async () => {
  const day = await aDay("private");
  const report = await withLeakIn(db, "enter_event", ["e.visibility <> 'private'", "true"], () => lookFrom(day));
  expect(isTight(report)).toBe(false);
  for (const { who, reached } of verdicts(report, "private")) expect([who, reached > 10]).toEqual([who, true]);
});

test("of a public day a stranger sees what everybody sees, and that is as it should be", async () => {
  const report = await lookFrom(await aDay("public"));
  expect(verdicts(report, "public").every(({ isFine }) => isFine)).toBe(true);
  expect(report.rows.find(({ what }) => what === "/e/[slug]/topics")?.reach.stranger).toBe("reached");
});
