import { expect, test } from "vitest";
import { viewFirings } from "@/lib/alert/queries";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry } from "@/lib/entry/save";
import { viewReplay } from "@/lib/replay/queries";
import { dropSeries, importSeries, pinSignal } from "@/lib/series/commands";
import { viewSeries } from "@/lib/series/queries";
import { anOrgSpace, type Reader } from "@/tests/support/a-space";

const document = entryDocument.parse({
  kind: "postmortem",
  title: "The shop was slow",
  zone: "Europe/Brussels",
  times: { started: { at: "2026-03-04T11:00:00+01:00", precision: "minute" } },
  timeline: [{ id: "a", at: { at: "2026-03-04T10:20:00Z", precision: "minute" }, text: "Pager" }],
});
const anEntry = (who: Reader) => enterSpace(who, "contributor", (scope) => beginEntry(scope, { document }));
/** Calm, and from the twentieth sample on not calm any more. */
const csv = ["time,latency,errors"]
  .concat(
    Array.from({ length: 30 }, (_, at) => {
      const time = new Date(Date.parse("2026-03-04T08:30:00Z") + at * 300_000).toISOString();
      return `${time},${at < 20 ? 100 + (at % 4) : 300},${at === 7 ? "" : 0}`;
    }),
  )
  .join("\n");

async function aMeasuredEntry() {
  const space = await anOrgSpace();
  const entryId = await anEntry(space.owner);
  const taken = await performInSpace(importSeries, space.owner, { entryId, text: csv, sourceName: "shop.csv" });
  const view = (who: Reader = space.owner, more = {}) => askSpace(viewSeries, who, { entryId, ...more });
  return { space, entryId, taken, view };
}

test("what was pasted is there as it was measured, and is not there twice", async () => {
  const { space, entryId, taken, view } = await aMeasuredEntry();
  expect(taken).toEqual({ count: 2, doubts: [] });
  const again = await performInSpace(importSeries, space.owner, { entryId, text: csv, sourceName: "again.csv" });
  expect(again.count).toBe(0);
  const { drawn, listed, timeline, sources } = await view();
  expect(listed.map(({ name, samples, stepS }) => [name, samples, stepS])).toEqual([
    ["errors", 29, 300],
    ["latency", 30, 300],
  ]);
  const latency = drawn.find(({ name }) => name === "latency");
  expect(latency?.at[29]).toBe(Date.parse("2026-03-04T10:55:00Z"));
  expect(latency?.vals.slice(18, 21)).toEqual([102, 103, 300]);
  expect(drawn.find(({ name }) => name === "errors")?.at[7]).toBe(Date.parse("2026-03-04T09:10:00Z"));
  expect(timeline.events.map(({ at }) => at)).toEqual([Date.parse("2026-03-04T10:20:00Z")]);
  expect(sources).toEqual([{ name: "shop.csv", series: 2, isQuiet: false }]);
});

test("people pin which signal came first, each for themselves, and take it back", async () => {
  const { space, entryId, view } = await aMeasuredEntry();
  const colleague = await space.as();
  const { listed } = await view();
  const latency = listed.find(({ name }) => name === "latency");
  expect(latency?.onsets).toHaveLength(1);
  const onset = `${latency?.id}/0`;
  await performInSpace(pinSignal, space.owner, { entryId, onset, note: "nothing moved before it" });
  await performInSpace(pinSignal, colleague, { entryId, onset, note: "" });
  const { signals } = await view();
  expect(signals.map(({ isMine, note, lo, hi }) => [isMine, note, hi.getTime() - lo.getTime()])).toEqual([
    [true, "nothing moved before it", 300_000],
    [false, "", 300_000],
  ]);
  await performInSpace(pinSignal, space.owner, { entryId, onset: "" });
  expect((await view()).signals.map(({ isMine }) => isMine)).toEqual([false]);
});

test("what began in no series of this entry cannot be pinned", async () => {
  const { space, entryId, view } = await aMeasuredEntry();
  const other = await anEntry(space.owner);
  const latency = (await view()).listed.find(({ name }) => name === "latency");
  const pin = (of: string, onset: string) => performInSpace(pinSignal, space.owner, { entryId: of, onset });
  await expect(pin(other, `${latency?.id}/0`)).rejects.toMatchObject({ reason: "not-found" });
  await expect(pin(entryId, `${latency?.id}/7`)).rejects.toMatchObject({ reason: "not-found" });
});

test("what was pasted stays as it was measured: the application cannot write it anew", async () => {
  const { space, entryId } = await aMeasuredEntry();
  for (const data of [{ vals: [1] }, { name: "other" }, { sha256: "0" }]) {
    const rewrite = enterSpace(space.owner, "owner", ({ tx }) =>
      tx.entrySeries.updateMany({ where: { entryId }, data }),
    );
    await expect(rewrite).rejects.toThrow(/permission denied/);
  }
});

test("taking back what was pasted takes its pins along", async () => {
  const { space, entryId, view } = await aMeasuredEntry();
  const latency = (await view()).listed.find(({ name }) => name === "latency");
  await performInSpace(pinSignal, space.owner, { entryId, onset: `${latency?.id}/0` });
  await performInSpace(dropSeries, space.owner, { entryId, sourceName: "shop.csv" });
  expect(await view()).toMatchObject({ listed: [], drawn: [], signals: [] });
});

test("what is no table of numbers over time is refused, and so is an entry of elsewhere", async () => {
  const { space, entryId } = await aMeasuredEntry();
  const other = await anOrgSpace();
  const take = (who: Reader, text: string) => performInSpace(importSeries, who, { entryId, text });
  await expect(take(space.owner, "hello, world")).rejects.toMatchObject({ reason: "no-series" });
  await expect(take(other.owner, csv)).rejects.toMatchObject({ reason: "not-found" });
  await expect(askSpace(viewSeries, other.owner, { entryId })).rejects.toMatchObject({ reason: "not-found" });
});

test("a post-mortem is played with the series that people pinned first", async () => {
  const { space, entryId, view } = await aMeasuredEntry();
  const latency = (await view()).listed.find(({ name }) => name === "latency");
  await performInSpace(pinSignal, space.owner, { entryId, onset: `${latency?.id}/0` });
  const played = await askSpace(viewReplay, space.owner, { entryId });
  expect(played.events.map(({ text }) => text)).toEqual(["Pager"]);
  expect(played.zero).toBe(Date.parse("2026-03-04T10:00:00Z"));
  await enterSpace(space.owner, "editor", ({ tx }) =>
    tx.entry.updateMany({ where: { id: entryId }, data: { deletedAt: new Date() } }),
  );
  await expect(askSpace(viewReplay, space.owner, { entryId })).rejects.toMatchObject({ reason: "not-found" });
});

test("an alert of a recipe of this space says when it would have fired, one of another space does not", async () => {
  const { space, entryId, view } = await aMeasuredEntry();
  const content = "groups:\n  - rules:\n      - alert: Slow\n        expr: latency > 200\n        for: 5m\n";
  const recipe = entryDocument.parse({
    kind: "recipe",
    title: "Watch latency",
    recipeKind: "alert-rule",
    files: [{ path: "slow.yml", lang: "yaml", content }],
  });
  await enterSpace(space.owner, "contributor", (scope) => beginEntry(scope, { document: recipe }));
  const other = await anOrgSpace();
  await enterSpace(other.owner, "contributor", (scope) => beginEntry(scope, { document: recipe }));
  const series = (await view()).listed.find(({ name }) => name === "latency")?.id ?? null;
  const asked = { entryId, series, comparison: ">" as const, value: null, minutes: 0 };
  const { alerts } = await askSpace(viewFirings, space.owner, { ...asked, rule: "" });
  expect(alerts.map(({ name, recipe: title }) => [title, name])).toEqual([["Watch latency", "Slow"]]);
  const { fired } = await askSpace(viewFirings, space.owner, { ...asked, rule: alerts[0]?.key ?? "" });
  // above from 10:10 on, and not at 10:05: five minutes later it fires
  const [lo, hi] = ["2026-03-04T10:10:00Z", "2026-03-04T10:15:00Z"].map((time) => Date.parse(time));
  expect(fired).toMatchObject({ name: "latency", alert: "Slow", firings: [{ lo, hi }] });
});
