import type { EntryDocument } from "@/lib/entry/input";
import { entryDocument } from "@/lib/entry/input";
import { mergeDocuments } from "@/lib/entry/merge";
import { creditedTo } from "@/lib/proposal/rules";

type Three = { base: EntryDocument; offered: EntryDocument; head: EntryDocument };

/**
 * What an entry becomes with an improvement that began from `base`: its own changes stay, those of the improvement come
 * to them. Where both changed the same place, `prefer` decides; such places are named. Who improved it is named in it.
 */
export function withImprovement({ base, offered, head }: Three, credit: string, prefer: "theirs" | "ours") {
  // whom an entry names is not for an improvement to rewrite
  const from = { ...base, credit: head.credit };
  const made = { ...offered, credit: head.credit };
  const { document, conflicts } =
    prefer === "theirs" ? mergeDocuments(made, from, head) : mergeDocuments(head, from, made);
  const joined = entryDocument.safeParse({ ...document, credit: creditedTo(head.credit, credit) });
  return { document: joined.success ? joined.data : null, conflicts };
}
