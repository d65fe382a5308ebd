import { expect, test } from "vitest";
import { enterSpace, performInSpace } from "@/lib/db/enter-space";
import { addPicture } from "@/lib/entry/commands/picture";
import { entryDocument } from "@/lib/entry/input";
import { saveRevision } from "@/lib/entry/save";
import { requestPublication, withdrawPublication } from "@/lib/publication/commands";
import { publicPicture } from "@/lib/publication/input";
import { publishedPicture, releasedContent } from "@/lib/publication/queries";
import { dropPicture } from "@/lib/sanitise/commands";
import { anEntry, approve, publicationsOf } from "@/tests/support/a-published";
import { aPersonalSpace, type Reader } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";
import { aJpeg, aPng } from "@/tests/support/pictures";

const no = { reason: "not-found" };
const version = "1.0.0";
const shows = (...all: string[]) =>
  all.map((sha256) => `![The ${sha256.slice(0, 3)}](attachment:${sha256})`).join("\n\n");

const says = (reader: Reader, entryId: string, body: string, base = 1) =>
  enterSpace(reader, "owner", (scope) => {
    const document = entryDocument.parse({ kind: "recipe", title: "Pictures", licence: "MIT", body });
    return saveRevision(scope, { entryId, base, document });
  });

async function anIllustrated(slug: string) {
  const reader = await aPersonalSpace();
  const entryId = await anEntry(reader);
  const add = (bytes: Uint8Array<ArrayBuffer>) =>
    performInSpace(addPicture, reader, { id: entryId, bytes, alt: "inside" });
  const [png, jpeg] = [await add(aPng("")), await add(aJpeg(""))];
  await says(reader, entryId, shows(png, jpeg));
  const ask = () => performInSpace(requestPublication, reader, { entryId, slug });
  const look = (sha256: string) => publishedPicture({ slug, version, sha256 });
  return { reader, entryId, png, jpeg, ask, look };
}

test("the pictures that a copy names are public with it, and signed with it", async () => {
  const { reader, entryId, png, jpeg, ask, look } = await anIllustrated("with-pictures");
  await ask();
  await expect(look(png)).rejects.toMatchObject(no);
  await approve(reader, entryId);
  expect(await look(png)).toMatchObject({ mime: "image/png" });
  expect(await look(jpeg)).toMatchObject({ mime: "image/jpeg" });
  const { beside } = JSON.parse(await releasedContent("with-pictures", version));
  expect(beside.pictures.map(({ sha256 }: { sha256: string }) => sha256)).toEqual([png, jpeg]);
  expect(JSON.stringify(beside)).not.toContain("inside");
  expect(publicPicture.parse({ slug: "x", version: "1.0%2Ba", sha256: png }).version).toBe("1.0+a");
  for (const wrong of [
    { slug: "with-pictures", version: "2", sha256: png },
    { slug: "x", version, sha256: "\0" },
  ])
    await expect(publishedPicture(wrong)).rejects.toMatchObject(no);
});

test("what was left out, is only in a draft, or is another entry's, is never public", async () => {
  const { reader, entryId, png, jpeg, ask, look } = await anIllustrated("one-left-out");
  const other = await anIllustrated("never-asked-for");
  const bytes = aJpeg("", 3);
  const foreign = await performInSpace(addPicture, other.reader, { id: other.entryId, bytes, alt: "" });
  await says(reader, entryId, shows(png, jpeg, foreign), 2);
  await performInSpace(dropPicture, reader, { entryId, sha256: jpeg });
  await ask();
  await approve(reader, entryId);
  expect(await look(png)).toMatchObject({ mime: "image/png" });
  await expect(look(jpeg)).rejects.toMatchObject(no);
  await expect(look(foreign)).rejects.toMatchObject(no);
  await expect(other.look(png)).rejects.toMatchObject(no);
});

test("a request that was written past the product shows nothing that its text does not, nor another entry's", async () => {
  const { reader, entryId, png, jpeg, look } = await anIllustrated("past-the-product");
  const neighbour = await anEntry(reader);
  const bytes = aJpeg("", 1);
  const elsewhere = await performInSpace(addPicture, reader, { id: neighbour, bytes, alt: "" });
  const document = { kind: "recipe", title: "t", licence: "MIT", body: shows(png, elsewhere) };
  const beside = { pictures: [png, jpeg, elsewhere].map((sha256) => ({ sha256 })) };
  await enterSpace(reader, "owner", ({ tx, space }) =>
    tx.publication.create({
      data: {
        ...{ spaceId: space.id, entryId, revision: 1, slug: "past-the-product", version, document, beside },
        requestedById: reader.userId,
      },
      select: { id: true },
    }),
  );
  await approve(reader, entryId);
  expect(await look(png)).toMatchObject({ mime: "image/png" });
  await expect(look(jpeg)).rejects.toMatchObject(no);
  await expect(look(elsewhere)).rejects.toMatchObject(no);
});

test("another picture is another digest, whatever else stays", async () => {
  const { reader, entryId, png, jpeg } = await anIllustrated("another-picture");
  const common = { entryId, revision: 1, slug: "another-picture", version, document: { kind: "recipe", title: "t" } };
  const asked = [{ pictures: [{ sha256: png }] }, { pictures: [{ sha256: jpeg }] }, {}];
  for (const beside of asked)
    await enterSpace(reader, "owner", ({ tx, space }) =>
      tx.publication.create({ data: { ...common, spaceId: space.id, beside }, select: { id: true } }),
    );
  const digests = (await publicationsOf(reader, entryId)).map(({ sha256 }) => sha256);
  expect(new Set(digests).size).toBe(3);
});

test("withdrawn, they are gone, and nothing of them is left", async () => {
  const { reader, entryId, png, ask, look } = await anIllustrated("pictures-withdrawn");
  await ask();
  await approve(reader, entryId);
  await performInSpace(withdrawPublication, reader, { entryId, because: "" });
  await expect(look(png)).rejects.toMatchObject(no);
  const left = await asOwner((db) =>
    db.query("select 1 from lib_pub.pub_attachment a join lib_pub.pub_entry e on e.id = a.entry_id where slug = $1", [
      "pictures-withdrawn",
    ]),
  );
  expect(left.rows).toEqual([]);
});
