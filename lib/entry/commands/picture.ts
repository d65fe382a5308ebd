import { keepPictures } from "@/lib/beside/keep";
import { spaceCommand } from "@/lib/db/enter-space";
import { pictureInput, pictureWordsInput } from "@/lib/entry/input";
import { pictureMark } from "@/lib/entry/rules";
import { entryOf, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { cleanPicture } from "@/lib/picture/clean";

/**
 * Keeps a picture with an entry, without what a camera wrote into it. The same picture is kept once. Answers its sha256.
 * Refuses with `bad-picture` what is none of JPEG, PNG, WebP, and with `too-many-pictures`.
 */
export const addPicture = spaceCommand({
  atLeast: "contributor",
  input: pictureInput,
  async run(scope, { id, bytes, alt }) {
    const picture = cleanPicture(bytes);
    if (!picture) throw new Refused("bad-picture");
    await entryOf(scope, id);
    const [sha256 = ""] = await keepPictures(scope, id, [{ ...picture, alt }]);
    return sha256;
  },
});

/**
 * Says what a picture shows, for those who do not see it, where it is kept and where the text shows it without a word.
 * Refuses with `not-found`.
 */
export const describePicture = spaceCommand({
  atLeast: "contributor",
  input: pictureWordsInput,
  async run(scope, { id, sha256, alt }) {
    const { tx, space } = scope;
    const { document, revision } = await entryOf(scope, id);
    const where = { spaceId: space.id, entryId: id, sha256 };
    const { count } = await tx.attachment.updateMany({ where, data: { alt } });
    if (count === 0) throw new Refused("not-found");
    const body = document.body.replaceAll(pictureMark(sha256, ""), () => pictureMark(sha256, alt));
    await saveRevision(scope, { entryId: id, base: revision, document: { ...document, body } });
  },
});
