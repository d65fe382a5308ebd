import { roleAtLeast, type SpaceScope, spaceQuery } from "@/lib/db/enter-space";
import { compareDocuments } from "@/lib/entry/compare";
import { entryOf } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { type RecipeDocument, recipeDocument } from "@/lib/recipe/input";
import { compareInput, entryIdInput, versionInput } from "./input";
import { newestFirst } from "./rules";

/** A recipe of this space. Refuses with `not-found` what is none. */
export async function recipeOf(scope: SpaceScope, id: string) {
  const { document, ...entry } = await entryOf(scope, id);
  if (document.kind !== "recipe") throw new Refused("not-found");
  return { ...entry, document };
}

/** A recipe as it is written now, for who may change it. */
export const viewRecipe = spaceQuery({
  atLeast: "contributor",
  input: entryIdInput,
  run: (scope, { id }) => recipeOf(scope, id),
});

/** All versions of a recipe, the newest first, and whether what is written now is newer than all of them. */
export const viewVersions = spaceQuery({
  atLeast: "reader",
  input: entryIdInput,
  async run(scope, { id }) {
    const { tx, space, reader } = scope;
    const { document, revision } = await recipeOf(scope, id);
    const rows = await tx.recipeVersion.findMany({
      where: { spaceId: space.id, entryId: id },
      select: { version: true, changes: true, releasedAt: true, yankedAt: true, sha256: true },
    });
    const [digest] = await tx.$queryRaw<{ sha256: string }[]>`
      select lib_priv.digest_of(document) as sha256 from lib_priv.entry where space_id = ${space.id} and id = ${id}::uuid`;
    const versions = newestFirst(rows);
    return {
      title: document.title,
      revision,
      versions,
      isReleased: versions[0]?.sha256 === digest?.sha256,
      mayRelease: roleAtLeast("editor", reader.role),
    };
  },
});

/** One version as it was released. */
export const viewVersion = spaceQuery({
  atLeast: "reader",
  input: versionInput,
  async run(scope, { id, version }) {
    await recipeOf(scope, id);
    const row = await versionOf(scope, id, version);
    const { changes, releasedAt, yankedAt, sha256 } = row;
    return { document: recipeDocument.parse(row.document), version, changes, releasedAt, yankedAt, sha256 };
  },
});

/** What changed from one version to another, or to what is written now. */
export const viewComparison = spaceQuery({
  atLeast: "reader",
  input: compareInput,
  async run(scope, { id, from, to }) {
    const { document, revision } = await recipeOf(scope, id);
    const [before, after] = [await documentAt(scope, id, from), to === "" ? document : await documentAt(scope, id, to)];
    return { title: document.title, revision, changes: compareDocuments(before, after) };
  },
});

async function documentAt(scope: SpaceScope, id: string, version: string): Promise<RecipeDocument> {
  return recipeDocument.parse((await versionOf(scope, id, version)).document);
}

async function versionOf({ tx, space }: SpaceScope, entryId: string, version: string) {
  const where = { spaceId_entryId_version: { spaceId: space.id, entryId, version } };
  const row = version.includes("\0") ? null : await tx.recipeVersion.findUnique({ where });
  if (!row) throw new Refused("not-found");
  return row;
}
