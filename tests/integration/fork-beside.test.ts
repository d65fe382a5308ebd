import { expect, test } from "vitest";
import { enterSpace, performInSpace } from "@/lib/db/enter-space";
import { addPicture } from "@/lib/entry/commands/picture";
import { forkEntry, forkPublished } from "@/lib/proposal/commands";
import { requestPublication, withdrawPublication } from "@/lib/publication/commands";
import { dropPicture } from "@/lib/sanitise/commands";
import { importSeries } from "@/lib/series/commands";
import { besideIn, decidedWithSeries, rewrite } from "@/tests/support/a-beside";
import { anEntry, approve } from "@/tests/support/a-published";
import { anOrgSpace, aPersonalSpace, type Reader } from "@/tests/support/a-space";
import { aJpeg, aPng } from "@/tests/support/pictures";

const csv = (name: string) =>
  [`time,${name}`, ...Array.from({ length: 20 }, (_, at) => `2026-03-14T09:${at + 10}:00Z,${at % 5}`)].join("\n");

/** An incident with two pictures and a series, which shows both. */
async function anIncident(reader: Reader) {
  const id = await anEntry(reader, { kind: "postmortem", title: "Errors" });
  const add = (bytes: Uint8Array<ArrayBuffer>, alt: string) => performInSpace(addPicture, reader, { id, bytes, alt });
  const [png, jpeg] = [await add(aPng("x"), "A dot"), await add(aJpeg("x"), "inside word")];
  await performInSpace(importSeries, reader, { entryId: id, text: csv("errors at db-17.corp.internal") });
  await rewrite(reader, id, { body: `![A dot](attachment:${png})\n\n![Both](attachment:${jpeg})\n` });
  return { id, png, jpeg };
}

test("a fork inside a space has the pictures and series of what it came from, as its own", async () => {
  const space = await anOrgSpace();
  const { id } = await anIncident(space.owner);
  const fork = await performInSpace(forkEntry, await space.as(), { id });
  expect(await besideIn(space.owner, fork)).toEqual(await besideIn(space.owner, id));
  await enterSpace(space.owner, "owner", ({ tx }) => tx.attachment.deleteMany({ where: { entryId: id } }));
  expect((await besideIn(space.owner, fork)).pictures).toHaveLength(2);
});

test("a fork of something published has what that shows, sanitised, and nothing that was left out", async () => {
  const [ann, bo] = [await aPersonalSpace(), await aPersonalSpace()];
  const { id, png, jpeg } = await anIncident(ann);
  await decidedWithSeries(ann, id);
  await performInSpace(dropPicture, ann, { entryId: id, sha256: jpeg });
  const slug = `fork-beside-${process.pid}`;
  await performInSpace(requestPublication, ann, { entryId: id, slug, version: "1" });
  await approve(ann, id);

  const fork = await performInSpace(forkPublished, bo, { slug });
  const { pictures, series } = await besideIn(bo, fork);
  expect(pictures.map(({ sha256 }) => sha256)).toEqual([png]);
  expect(series).toMatchObject([{ vals: expect.arrayContaining([4, 3]), sourceName: "" }]);
  expect(JSON.stringify([pictures, series])).not.toMatch(/db-17|inside word/);
  await expect(besideIn({ ...ann, space: bo.space }, fork)).rejects.toMatchObject({ reason: "not-found" });

  await performInSpace(withdrawPublication, ann, { entryId: id, because: "" });
  await expect(performInSpace(forkPublished, bo, { slug })).rejects.toMatchObject({ reason: "not-found" });
  expect((await besideIn(bo, fork)).pictures).toHaveLength(1);
});
