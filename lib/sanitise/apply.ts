import type { EntryDocument } from "@/lib/entry/input";
import { amountOf, isAmount } from "@/lib/sanitise/find";
import type { Decision } from "@/lib/sanitise/input";
import { placeholders } from "@/lib/sanitise/placeholders";
import { fitting, keyOf, mapTexts, rounded, textsOf, withoutHidden, withoutOrigin } from "@/lib/sanitise/rules";

/** The document with everything done that was decided, in every one of its texts at once. */
export function sanitised(document: EntryDocument, decisions: readonly Decision[]): EntryDocument {
  const clean = mapTexts(withoutOrigin(document), withoutHidden);
  const change = changing(
    decisions,
    textsOf(clean).map(({ text }) => text),
  );
  return fitting(mapTexts(withoutAmounts(clean, decisions), change));
}

/** A text changer for what else is to be public beside these texts: the address, names of files, headers of tables. */
export function changing(decisions: readonly Decision[], texts: readonly string[]) {
  const wanted = decisions.filter(({ deed }) => deed !== "keep");
  if (wanted.length === 0) return (text: string) => text;
  const pattern = new RegExp(longestFirst(decisions).map(patternOf).join("|"), "giu");
  const kept = new Set(decisions.filter(({ deed }) => deed === "keep").map(({ term }) => keyOf(term)));
  const order = texts.flatMap((text) => [...text.matchAll(pattern)].map(([hit]) => keyOf(hit)));
  const say = placeholders(
    wanted,
    order.filter((key) => !kept.has(key)),
  );
  return (text: string) => text.replace(pattern, (hit) => (kept.has(keyOf(hit)) ? hit : (say.get(keyOf(hit)) ?? "")));
}

// of two that begin at the same place the longer one is what was meant
const longestFirst = (decisions: readonly Decision[]) => [...decisions].sort((a, b) => b.term.length - a.term.length);

function patternOf({ term }: Decision) {
  const trimmed = term.trim();
  const body = trimmed.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
  // part of a longer word or number is another thing
  const before = /^[\p{L}\p{N}]/u.test(trimmed) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = /[\p{L}\p{N}]$/u.test(trimmed) ? "(?![\\p{L}\\p{N}])" : "";
  return `${before}${body}${after}`;
}

/** Amounts of the impact are numbers: kept, rounded to their first figure, or taken out. */
function withoutAmounts(document: EntryDocument, decisions: readonly Decision[]): EntryDocument {
  if (document.kind !== "postmortem") return document;
  const deeds = new Map(decisions.map(({ term, deed }) => [keyOf(term), deed]));
  const impactNumbers = document.impactNumbers.flatMap((one) => {
    const deed = isAmount(one) ? (deeds.get(keyOf(amountOf(one))) ?? "keep") : "keep";
    if (deed === "keep") return [one];
    return deed === "generalise" ? [{ ...one, value: rounded(one.value) }] : [];
  });
  return { ...document, impactNumbers };
}
