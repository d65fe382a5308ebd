import { addCommentInput, removeCommentInput, resolveCommentInput, sawInput, watchInput } from "@/lib/comment/input";
import { anchorOf } from "@/lib/comment/rules";
import { textOf } from "@/lib/comment/text";
import { roleAtLeast, type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { entryOf, type OpenEntry } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";

const most = 2_000;

/** Says something about a passage, the whole, or to a comment. Refuses with `not-found`, `quote-not-there`, `comments-full`. */
export const addComment = spaceCommand({
  atLeast: "contributor",
  input: addCommentInput,
  async run(scope, { entryId, quote, body, parentId, ...near }) {
    const { tx, space, reader } = scope;
    const entry = await entryOf(scope, entryId);
    if ((await tx.entryComment.count({ where: { entryId } })) >= most) throw new Refused("comments-full");
    const answered = parentId ? await commentOf(scope, entryId, parentId) : null;
    const anchor = answered || quote === "" ? { quote: "", prefix: "", suffix: "" } : anchored(entry, quote, near);
    const { id } = await tx.entryComment.create({
      data: {
        spaceId: space.id,
        entryId,
        revision: entry.revision,
        ...anchor,
        // an answer to an answer stands below the same comment
        parentId: answered ? (answered.parentId ?? answered.id) : null,
        body,
        authorId: reader.userId,
      },
      select: { id: true },
    });
    return { id };
  },
});

/** Lays a thread aside, or takes it up again. Refuses with `not-found`. */
export const resolveComment = spaceCommand({
  atLeast: "contributor",
  input: resolveCommentInput,
  async run(scope, { entryId, id, resolved }) {
    await entryOf(scope, entryId);
    await commentOf(scope, entryId, id);
    const resolvedAt = resolved === "yes" ? new Date() : null;
    await scope.tx.entryComment.updateMany({ where: { entryId, id }, data: { resolvedAt } });
  },
});

/** Takes a comment away: one's own, or as an editor. Answers to it stay. Refuses with `not-found`, `not-yours`. */
export const removeComment = spaceCommand({
  atLeast: "contributor",
  input: removeCommentInput,
  async run(scope, { entryId, id }) {
    const { tx, reader } = scope;
    await entryOf(scope, entryId);
    const { authorId } = await commentOf(scope, entryId, id);
    if (authorId !== reader.userId && !roleAtLeast("editor", reader.role)) throw new Refused("not-yours");
    await tx.entryComment.deleteMany({ where: { entryId, id } });
  },
});

/** "I saw this too", or not after all. Refuses with `not-found`. */
export const saySaw = spaceCommand({
  atLeast: "reader",
  input: sawInput,
  async run(scope, { entryId, saw, note }) {
    const { tx, space, reader } = scope;
    await entryOf(scope, entryId);
    const key = { spaceId: space.id, entryId, userId: reader.userId };
    if (saw === "no") return void (await tx.entrySeen.deleteMany({ where: key }));
    await tx.entrySeen.upsert({
      where: { spaceId_entryId_userId: key },
      create: { ...key, note },
      update: { note, at: new Date() },
    });
  },
});

/** Asks to be told by mail what happens to an entry, or no longer. Refuses with `not-found`. */
export const watchEntry = spaceCommand({
  atLeast: "reader",
  input: watchInput,
  async run(scope, { entryId, watch }) {
    const { tx, space, reader } = scope;
    await entryOf(scope, entryId);
    const key = { spaceId: space.id, entryId, userId: reader.userId };
    if (watch === "no") return void (await tx.entryWatch.deleteMany({ where: key }));
    await tx.entryWatch.createMany({ data: [key], skipDuplicates: true });
  },
});

function anchored({ document }: OpenEntry, quote: string, near: { prefix: string; suffix: string }) {
  const anchor = anchorOf(textOf(document), quote, near);
  if (!anchor) throw new Refused("quote-not-there");
  return anchor;
}

async function commentOf({ tx }: SpaceScope, entryId: string, id: string) {
  const comment = await tx.entryComment.findFirst({ where: { entryId, id } });
  if (!comment) throw new Refused("not-found");
  return comment;
}
