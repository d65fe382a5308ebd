import type { SpaceScope } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import type { OpenEntry } from "@/lib/entry/save";

/** The document as it will be public. Where it was imported from, and the file as it stood, stay inside. */
export async function publicCopy(_scope: SpaceScope, entry: OpenEntry): Promise<EntryDocument> {
  return { ...entry.document, provenance: null, original: null };
}
