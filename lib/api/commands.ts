import { z } from "zod";
import { createInput, patchInput } from "@/lib/api/input";
import { wholeOf } from "@/lib/api/queries";
import { etagOf, isNamedIn, patched } from "@/lib/api/rules";
import { spaceCommand } from "@/lib/db/enter-space";
import { parse } from "@/lib/db/perform";
import { entryDocument } from "@/lib/entry/input";
import { beginEntry, entryOf, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";

/** A new draft. */
export const createByApi = spaceCommand({
  atLeast: "contributor",
  input: createInput,
  async run(scope, { document, message }) {
    return wholeOf(await entryOf(scope, await beginEntry(scope, { document, message })));
  },
});

/** Changes an entry that nobody has changed since: refuses with `changed-since` when `match` is not what stands now. */
export const patchByApi = spaceCommand({
  atLeast: "contributor",
  input: z.strictObject({ id: z.uuid(), match: z.string().max(500), ...patchInput.shape }),
  async run(scope, { id, match, document, message }) {
    await scope.oneAtATime(`entry ${id}`);
    const entry = await entryOf(scope, id);
    if (!isNamedIn(match, etagOf(entry))) throw new Refused("changed-since");
    const next = parse(entryDocument, patched(entry.document, document));
    if (next.kind !== entry.document.kind) throw new Refused("invalid-input", { kind: ["cannot-change"] });
    await saveRevision(scope, { entryId: id, base: entry.revision, document: next, message });
    return wholeOf(await entryOf(scope, id));
  },
});
