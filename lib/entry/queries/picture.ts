import { spaceQuery } from "@/lib/db/enter-space";
import { entryInput, pictureAddress } from "@/lib/entry/input";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";

/** A picture of an entry, to whoever may read that. Refuses with `not-found`. */
export const viewPicture = spaceQuery({
  atLeast: "reader",
  input: pictureAddress,
  async run(scope, { id, sha256 }) {
    const { tx, space } = scope;
    await entryOf(scope, id);
    const where = { spaceId_entryId_sha256: { spaceId: space.id, entryId: id, sha256 } };
    const picture = await tx.attachment.findUnique({ where, select: { mime: true, bytes: true } });
    if (!picture) throw new Refused("not-found");
    return picture;
  },
});

/** The pictures of an entry, the newest first, without their bytes. */
export const listPictures = spaceQuery({
  atLeast: "reader",
  input: entryInput,
  run: ({ tx, space }, { id }) =>
    tx.attachment.findMany({
      where: { spaceId: space.id, entryId: id },
      select: { sha256: true, alt: true },
      orderBy: [{ addedAt: "desc" }, { sha256: "asc" }],
    }),
});
