import { expect, test } from "vitest";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { requestPublication, withdrawPublication } from "@/lib/publication/commands";
import { published, releasedContent } from "@/lib/publication/queries";
import { decide } from "@/lib/sanitise/commands";
import { viewStudio } from "@/lib/sanitise/queries";
import { importSeries } from "@/lib/series/commands";
import { anEntry, approve } from "@/tests/support/a-published";
import { aPersonalSpace, type Reader } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

const csv = (peak: number) =>
  [
    "time,errors at db-17.corp.internal",
    ...Array.from({ length: 30 }, (_, at) => `2026-03-14T09:${String(at + 10)}:00Z,${at > 20 ? peak : at % 3}`),
  ].join("\n");
const started = { at: "2026-03-14T09:30:00Z", precision: "minute", text: "09:30" };
const pointed = { kind: "postmortem", title: "Errors", times: { started } };

async function anIncident(peak = 90) {
  const reader = await aPersonalSpace();
  const entryId = await anEntry(reader, pointed);
  await performInSpace(importSeries, reader, { entryId, text: csv(peak) });
  return { reader, entryId };
}

/** Decides of everything as proposed; twice, as names of series are looked at once they are to go out. */
async function decided(reader: Reader, entryId: string, how: { series: boolean; relative: boolean }) {
  for (const _time of [1, 2]) {
    const { findings } = await askSpace(viewStudio, reader, { entryId });
    const lines = findings.map(({ kind, term, deed }) => ({ kind, term, deed }));
    await performInSpace(decide, reader, { entryId, lines, ...how });
  }
}

async function released(slug: string, how: { series: boolean; relative: boolean }) {
  const incident = await anIncident();
  const { reader, entryId } = incident;
  await decided(reader, entryId, how);
  await performInSpace(requestPublication, reader, { entryId, slug, version: "1" });
  await approve(reader, entryId);
  return incident;
}

test("series go out only when it is said, with their names sanitised as everything else", async () => {
  await released("without-series", { series: false, relative: false });
  expect(await published("without-series")).toMatchObject({ series: [] });
  await released("with-series", { series: true, relative: false });
  const found = await published("with-series");
  expect(found).toMatchObject({
    series: [{ samples: 30, at: expect.arrayContaining([Date.parse("2026-03-14T09:10Z")]) }],
  });
  expect(JSON.stringify(found)).not.toContain("db-17");
  expect(await releasedContent("with-series", "1")).not.toContain("db-17");
});

test("with relative times no date of theirs is left, and they begin where they did beside the incident", async () => {
  await released("relative-series", { series: true, relative: true });
  const found = await published("relative-series");
  const begun = Date.UTC(2000, 0, 1) - 20 * 60_000;
  expect(found).toMatchObject({ series: [{ samples: 30, at: expect.arrayContaining([begun]) }] });
  expect(`${JSON.stringify(found)}${await releasedContent("relative-series", "1")}`).not.toMatch(
    /2026-03|03-14|14 Mar/,
  );
  const { rows } = await asOwner((db) =>
    db.query(
      "select * from lib_pub.pub_series s join lib_pub.pub_entry e on e.id = s.entry_id where slug = 'relative-series'",
    ),
  );
  expect(JSON.stringify(rows.map(({ t0, name }) => [t0, name]))).not.toContain("2026");
});

test("other numbers are another digest, and numbers that were changed behind the approver's back do not go out", async () => {
  const { reader, entryId } = await anIncident();
  await decided(reader, entryId, { series: true, relative: false });
  await performInSpace(requestPublication, reader, { entryId, slug: "changed-numbers", version: "1" });
  await asOwner((db) => db.query("update lib_priv.entry_series set vals[1] = 77 where entry_id = $1", [entryId]));
  await approve(reader, entryId);
  expect(await published("changed-numbers")).toMatchObject({ series: [] });
});

test("who approves sees every series as it will be public, and which will not go out any more", async () => {
  const { reader, entryId } = await anIncident();
  await decided(reader, entryId, { series: true, relative: true });
  await performInSpace(requestPublication, reader, { entryId, slug: "seen-first", version: "1" });
  const { charts } = await askSpace(viewStudio, reader, { entryId });
  expect(charts?.series).toMatchObject([{ samples: 30 }]);
  expect(JSON.stringify(charts)).not.toMatch(/db-17|2026-03/);
  await approve(reader, entryId);
  const found = await published("seen-first");
  expect(found).toMatchObject({ series: charts?.series, timeline: charts?.timeline });
  expect((await askSpace(viewStudio, reader, { entryId })).charts).toBeNull();

  const other = await anIncident();
  await decided(other.reader, other.entryId, { series: true, relative: false });
  await performInSpace(requestPublication, other.reader, {
    entryId: other.entryId,
    slug: "seen-changed",
    version: "1",
  });
  await asOwner((db) => db.query("update lib_priv.entry_series set vals[1] = 77 where entry_id = $1", [other.entryId]));
  const after = await askSpace(viewStudio, other.reader, { entryId: other.entryId });
  expect(after.charts).toMatchObject({ series: [], changed: [expect.any(String)] });
});

test("withdrawn, the numbers are gone too", async () => {
  const { reader, entryId } = await released("series-withdrawn", { series: true, relative: false });
  await performInSpace(withdrawPublication, reader, { entryId, because: "" });
  const left = await asOwner((db) =>
    db.query(
      "select 1 from lib_pub.pub_series s join lib_pub.pub_entry e on e.id = s.entry_id where slug = 'series-withdrawn'",
    ),
  );
  expect(left.rows).toEqual([]);
  await enterSpace(reader, "reader", async ({ tx }) =>
    expect(await tx.entrySeries.count({ where: { entryId } })).toBe(1),
  );
});
