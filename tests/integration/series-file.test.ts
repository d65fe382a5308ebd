import { expect, test } from "vitest";
import { askSpace, performInSpace } from "@/lib/db/enter-space";
import { viewSeriesFile } from "@/lib/export/series";
import { requestPublication, withdrawPublication } from "@/lib/publication/commands";
import { publishedSeries } from "@/lib/publication/queries";
import { decide } from "@/lib/sanitise/commands";
import { viewStudio } from "@/lib/sanitise/queries";
import { importSeries } from "@/lib/series/commands";
import { viewSeries } from "@/lib/series/queries";
import { anEntry, approve } from "@/tests/support/a-published";
import { aPersonalSpace } from "@/tests/support/a-space";

const csv = [
  "time,=cmd of quicklime",
  ...Array.from({ length: 20 }, (_, at) => `2026-03-14T09:${at + 10}:00Z,${at}`),
].join("\n");
const started = { at: "2026-03-14T09:12:00Z", precision: "minute", text: "09:12" };

async function anIncident() {
  const reader = await aPersonalSpace();
  const entryId = await anEntry(reader, { kind: "postmortem", title: "Errors", times: { started } });
  await performInSpace(importSeries, reader, { entryId, text: csv });
  const { listed } = await askSpace(viewSeries, reader, { entryId });
  return { reader, entryId, seriesId: listed[0]?.id ?? "" };
}

test("a series is a file to whoever may read its entry, and to nobody else", async () => {
  const [{ reader, entryId, seriesId }, other] = [await anIncident(), await anIncident()];
  const file = await askSpace(viewSeriesFile, reader, { entryId, seriesId });
  expect(file.text.split("\r\n").slice(0, 2)).toEqual([`time,"'=cmd of quicklime"`, "2026-03-14T09:10:00.000Z,0"]);
  const asked = [
    () => askSpace(viewSeriesFile, { space: reader.space, userId: null }, { entryId, seriesId }),
    () => askSpace(viewSeriesFile, { ...other.reader, space: reader.space }, { entryId, seriesId }),
    () => askSpace(viewSeriesFile, other.reader, { entryId, seriesId }),
    () => askSpace(viewSeriesFile, other.reader, { entryId: other.entryId, seriesId }),
    () => askSpace(viewSeriesFile, reader, { entryId, seriesId: crypto.randomUUID() }),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ reason: "not-found" });
});

test("of what is published it is a file to anybody, as long as it is published, and counts from the beginning", async () => {
  const { reader, entryId } = await anIncident();
  const at = { slug: "csv-of-series", version: "1", series: "1.csv" };
  await expect(publishedSeries(at)).rejects.toMatchObject({ reason: "not-found" });
  for (const _time of [1, 2]) {
    const { findings } = await askSpace(viewStudio, reader, { entryId });
    const lines = findings.map(({ kind, term, deed }) => ({ kind, term, deed }));
    await performInSpace(decide, reader, { entryId, lines, series: true, relative: true });
  }
  await performInSpace(requestPublication, reader, { entryId, slug: at.slug, version: at.version });
  await approve(reader, entryId);

  const text = await publishedSeries(at);
  expect(text).toMatch(/^time,"'=cmd of quicklime"\r\nT-00:02:00,0\r\nT-00:01:00,1\r\nT\+00:00:00,2\r\n/);
  expect(text).not.toMatch(/20\d\d|T09|03-14/);
  for (const wrong of [{ series: "2.csv" }, { version: "2" }, { series: "1" }, { slug: "csv\0" }])
    await expect(publishedSeries({ ...at, ...wrong })).rejects.toMatchObject({ reason: "not-found" });

  await performInSpace(withdrawPublication, reader, { entryId, because: "" });
  await expect(publishedSeries(at)).rejects.toMatchObject({ reason: "not-found" });
});
