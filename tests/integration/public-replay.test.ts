import { expect, test } from "vitest";
import { askSpace, performInSpace } from "@/lib/db/enter-space";
import { requestPublication } from "@/lib/publication/commands";
import { published } from "@/lib/publication/queries";
import { publishedReplay } from "@/lib/replay/queries";
import { decide } from "@/lib/sanitise/commands";
import { viewStudio } from "@/lib/sanitise/queries";
import { importSeries } from "@/lib/series/commands";
import { anEntry, approve } from "@/tests/support/a-published";
import { aPersonalSpace } from "@/tests/support/a-space";

const csv = [
  "time,errors",
  ...Array.from({ length: 40 }, (_, at) => `2026-03-14T09:${String(at + 10)}:00Z,${at > 25 ? 90 : at % 3}`),
].join("\n");
const at = (text: string) => ({ at: `2026-03-14T${text}:00Z`, precision: "minute", text });
const incident = {
  kind: "postmortem",
  title: "Errors",
  times: { started: at("09:12") },
  timeline: [
    { id: "a", at: at("09:15"), text: "Pager" },
    { id: "b", at: at("09:40"), text: "Rolled back", marker: "repair" },
  ],
};

async function released(slug: string, how: { series: boolean; relative: boolean }, says: object = incident) {
  const reader = await aPersonalSpace();
  const entryId = await anEntry(reader, { ...says });
  await performInSpace(importSeries, reader, { entryId, text: csv });
  for (const _time of [1, 2]) {
    const { findings } = await askSpace(viewStudio, reader, { entryId });
    const lines = findings.map(({ kind, term, deed }) => ({ kind, term, deed }));
    await performInSpace(decide, reader, { entryId, lines, ...how });
  }
  await performInSpace(requestPublication, reader, { entryId, slug, version: "1" });
  await approve(reader, entryId);
  const found = await published(slug);
  if (found.isGone) throw new Error("gone");
  return found;
}

test("what is published can be played as it was published, by its series too, and by relative times alone", async () => {
  const reel = publishedReplay(await released("replayed", { series: true, relative: true }));
  expect(reel).toMatchObject({ isRelative: true, zero: Date.UTC(2000, 0, 1), events: [{ text: "Pager" }, {}] });
  expect(reel.series.map(({ name }) => name)).toEqual(["errors"]);
  expect(JSON.stringify(reel)).not.toMatch(/2026|09:/);
});

test("series that were not published are not played, and without times nothing is", async () => {
  const reel = publishedReplay(await released("replayed-alone", { series: false, relative: false }));
  expect(reel).toMatchObject({ isRelative: false, series: [] });
  const silent = await released("replayed-never", { series: true, relative: false }, { ...incident, timeline: [] });
  expect(() => publishedReplay(silent)).toThrow("not-found");
});
