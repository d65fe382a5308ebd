import { unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { askSpace, enterSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { viewAllForExport, viewForExport } from "@/lib/export/queries";
import { takeFiles } from "@/lib/import/take-files";
import { unzip } from "@/lib/interop/entry/unzip";
import { filesOf, jsonOf, siteOf, wholeEntry } from "@/lib/interop/site/pages";
import { zipOf } from "@/lib/interop/site/zip";
import { anIllustratedIncident, besideIn } from "@/tests/support/a-beside";
import { anEntry } from "@/tests/support/a-published";
import { aPersonalSpace } from "@/tests/support/a-space";
import { aPng } from "@/tests/support/pictures";

vi.mock("server-only", () => ({}));

const documentOf = (caller: SpaceCaller, id: string) =>
  enterSpace(caller, "reader", async (scope) => (await entryOf(scope, id)).document);
const exported = (caller: SpaceCaller, id: string) => askSpace(viewForExport, caller, { id });

test("an entry's zip brings its text, pictures and series back as they were", async () => {
  const [me, other] = [await aPersonalSpace(), await aPersonalSpace()];
  const { id, png, webp } = await anIllustratedIncident(me);
  const packed = wholeEntry(await exported(me, id));
  expect(packed.map(({ path }) => path.replace(/[0-9a-f]{64}/, "…")).sort()).toEqual([
    ...["Kasse-disk-full.files/beside.json", "Kasse-disk-full.files/series-001.csv"],
    ...["Kasse-disk-full.files/series-002.csv", "Kasse-disk-full.files/series-003.csv"],
    ...["Kasse-disk-full.files/….jpg", "Kasse-disk-full.files/….png", "Kasse-disk-full.files/….webp"],
    "Kasse-disk-full.md",
  ]);
  const text = new TextDecoder().decode(packed[0]?.bytes);
  expect(text).toContain(`![A dot](Kasse-disk-full.files/${png}.png)`);
  expect(text).toContain(`(Kasse-disk-full.files/${webp}.webp)`);

  const { files, left } = unzip(zipOf(packed));
  expect(left).toEqual([]);
  const report = await takeFiles(other, files);
  expect(report).toMatchObject({ made: 1, leftCount: 0 });
  expect(await documentOf(other, report.only ?? "")).toEqual(await documentOf(me, id));
  expect(await besideIn(other, report.only ?? "")).toEqual(await besideIn(me, id));
  expect(wholeEntry(await exported(other, report.only ?? ""))).toEqual(packed);
});

test("a space's zip does so for every entry, and nothing of it is another's", async () => {
  const [me, other] = [await aPersonalSpace(), await aPersonalSpace()];
  const first = await anIllustratedIncident(me);
  await anIllustratedIncident(me);
  await anEntry(me, { title: "Bare" });
  await takeFiles(other, unzip(zipOf(filesOf(await askSpace(viewAllForExport, me, undefined), "markdown"))).files);
  const all = await askSpace(viewAllForExport, other, undefined);
  expect(
    all.map(({ document, beside }) => [document.title, beside.pictures.length, beside.series.length]).sort(),
  ).toEqual([
    ["Bare", 0, 0],
    ["Kassé: disk full", 3, 3],
    ["Kassé: disk full", 3, 3],
  ]);
  const stranger = { ...(await aPersonalSpace()), space: me.space };
  for (const asked of [
    askSpace(viewForExport, stranger, { id: first.id }),
    askSpace(viewAllForExport, stranger, undefined),
  ])
    await expect(asked).rejects.toMatchObject({ reason: "not-found" });
  await expect(exported(other, first.id)).rejects.toMatchObject({ reason: "not-found" });
});

test("what a camera wrote does not come in by a zip either, and what is no picture is named", async () => {
  const [me, other] = [await aPersonalSpace(), await aPersonalSpace()];
  const { id, png, jpeg } = await anIllustratedIncident(me);
  const packed = wholeEntry(await exported(me, id)).map((file) => {
    if (file.path.includes(png)) return { ...file, bytes: aPng("Location: 50.1 N") };
    return file.path.includes(jpeg) ? { ...file, bytes: new TextEncoder().encode("<svg onload=x>") } : file;
  });
  const report = await takeFiles(other, unzip(zipOf(packed)).files);
  expect(report.left).toEqual([{ path: expect.stringContaining(jpeg), why: "not-a-picture" }]);
  const { pictures } = await besideIn(other, report.only ?? "");
  expect(pictures.map(({ sha256 }) => sha256)).toContain(png);
  expect(pictures).toHaveLength(2);
  expect(Buffer.concat(pictures.map(({ bytes }) => bytes)).includes("Location")).toBe(false);
});

test("the website shows pictures and charts, and JSON holds all of them", async () => {
  const me = await aPersonalSpace();
  const { id, png } = await anIllustratedIncident(me);
  const words = { title: "All", from: "Here", lang: "en" };
  const site = unzipSync(zipOf(siteOf(await askSpace(viewAllForExport, me, undefined), words)));
  const html = new TextDecoder().decode(site["Kasse-disk-full.html"]);
  const src = `Kasse-disk-full.files/${png}.png`;
  expect(html).toContain(`<img src="${src}" alt="A dot" loading="lazy">`);
  expect(site[src]?.length).toBeGreaterThan(20);
  expect(html.match(/<path d="M/g)).toHaveLength(3);
  expect(html).toContain("errors, &#34;all&#34;");
  expect(Object.keys(site)).toContain("Kasse-disk-full.files/series-001.csv");

  const { document, beside } = await exported(me, id);
  const json = JSON.parse(jsonOf(document, beside).text);
  expect(json.beside.series).toHaveLength(3);
  expect(Buffer.from(json.beside.pictures[0].base64, "base64").length).toBeGreaterThan(20);
});
