import { z } from "zod";
import { createInput, patchInput } from "@/lib/api/input";
import { wholeOf } from "@/lib/api/queries";
import { etagOf, isNamedIn, patched } from "@/lib/api/rules";
import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { parse } from "@/lib/db/perform";
import { discardEntry, setStatus } from "@/lib/entry/commands/keep";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry, entryOf, type OpenEntry, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";

const matched = { id: z.uuid(), match: z.string().max(500) };

/** A new draft. */
export const createByApi = spaceCommand({
  atLeast: "contributor",
  input: createInput,
  async run(scope, { document, message }) {
    return wholeOf(await entryOf(scope, await beginEntry(scope, { document, message })));
  },
});

/**
 * Changes an entry that nobody has changed since, what it says or how far it is: refuses with `changed-since` when `match`
 * is not what stands now, and with `not-your-entry` who may not say how far it is.
 */
export const patchByApi = spaceCommand({
  atLeast: "contributor",
  input: z.strictObject({ ...matched, ...patchInput.shape }),
  async run(scope, { id, match, document, status, message }) {
    const entry = await unchanged(scope, id, match);
    if (document) await change(scope, entry, document, message);
    if (status && status !== entry.status) await setStatus.run(scope, { id, status });
    return wholeOf(await entryOf(scope, id));
  },
});

/** Takes away for good what nobody has changed since. Refuses as `discardEntry`, and with `changed-since`. */
export const discardByApi = spaceCommand({
  atLeast: "contributor",
  input: z.strictObject(matched),
  async run(scope, { id, match }) {
    await unchanged(scope, id, match);
    await discardEntry.run(scope, { id });
  },
});

async function unchanged(scope: SpaceScope, id: string, match: string) {
  await scope.oneAtATime(`entry ${id}`);
  const entry = await entryOf(scope, id);
  if (!isNamedIn(match, etagOf(entry))) throw new Refused("changed-since");
  return entry;
}

async function change(scope: SpaceScope, entry: OpenEntry, patch: Record<string, unknown>, message: string) {
  const next = parse(entryDocument, patched(entry.document, patch));
  if (next.kind !== entry.document.kind) throw new Refused("invalid-input", { kind: ["cannot-change"] });
  await saveRevision(scope, { entryId: entry.id, base: entry.revision, document: next, message });
}
