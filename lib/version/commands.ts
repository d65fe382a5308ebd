import { spaceCommand } from "@/lib/db/enter-space";
import { Refused } from "@/lib/errors";
import { releaseInput, yankInput } from "./input";
import { recipeOf } from "./queries";

/**
 * Releases what is written now under a number, for ever. Refuses with `version-taken` (a yanked number is taken too),
 * with `nothing-new` when the newest version says the same, and with `not-found`.
 */
export const releaseVersion = spaceCommand({
  atLeast: "editor",
  input: releaseInput,
  async run(scope, { id, version, changes }) {
    const { tx, space, reader, oneAtATime } = scope;
    await oneAtATime(`entry ${id}`);
    const { document } = await recipeOf(scope, id);
    const of = { spaceId: space.id, entryId: id };
    if (await tx.recipeVersion.findFirst({ where: { ...of, version }, select: { version: true } }))
      throw new Refused("version-taken", { version: ["version-taken"] });
    const last = await tx.recipeVersion.findFirst({
      where: of,
      orderBy: { releasedAt: "desc" },
      select: { sha256: true },
    });
    const made = await tx.recipeVersion.create({
      data: { ...of, version, changes, document, releasedBy: reader.userId },
    });
    if (last && last.sha256 === made.sha256) throw new Refused("nothing-new");
    return version;
  },
});

/** Warns everybody off a version, or takes the warning back. It stays readable, and its number stays taken. */
export const yankVersion = spaceCommand({
  atLeast: "editor",
  input: yankInput,
  async run(scope, { id, version, yanked }) {
    const { tx, space } = scope;
    await recipeOf(scope, id);
    const { count } = await tx.recipeVersion.updateMany({
      where: { spaceId: space.id, entryId: id, version },
      data: { yankedAt: yanked === "yes" ? new Date() : null },
    });
    if (count === 0) throw new Refused("not-found");
  },
});
