import { type Form, formsOf } from "@/lib/sanitise/disguises";
import type { Decision, EntityKind } from "@/lib/sanitise/input";
import { isNear, partsOf } from "@/lib/sanitise/near";
import { keyOf } from "@/lib/sanitise/rules";

/** A trace of something hidden that is still in the finished copy. */
export type Trace = {
  /** `part` and `near` may be chance, and somebody looks at them; the others are the thing itself. */
  form: Form | "exact" | "part" | "near";
  kind: EntityKind;
  term: string;
  /** What stands there. */
  found: string;
  around: string;
};

export const mayBeChance = ({ form }: Trace) => form === "part" || form === "near";
/** By which a trace is known once somebody has looked at it. */
export const traceKey = ({ form, found }: Pick<Trace, "form" | "found">) => `${form} ${keyOf(found)}`;

/** Searches the finished copy, whatever is in it, for all that was hidden: itself, its parts, disguises and near misses. */
export function proofRead(copy: readonly string[], decisions: readonly Decision[]): Trace[] {
  const text = copy.join("\n");
  const low = text.toLowerCase();
  const words = [...new Set(low.match(/[\p{L}\p{N}][\p{L}\p{N}._'’-]*/gu) ?? [])];
  const kept = new Set(decisions.filter(({ deed }) => deed === "keep").map(({ term }) => keyOf(term)));
  const said = new Set(decisions.flatMap(({ instead }) => (instead ? [keyOf(instead)] : [])));
  const traces = decisions
    .filter(({ deed, term }) => deed !== "keep" && term.trim().length > 1)
    .flatMap((one) => tracesOf(one, { text, low, words }))
    .filter(({ found }) => !kept.has(keyOf(found)) && !said.has(keyOf(found)));
  const once = new Map(traces.map((trace) => [`${traceKey(trace)} ${keyOf(trace.term)}`, trace]));
  return [...once.values()];
}

type Copy = { text: string; low: string; words: readonly string[] };

function tracesOf({ kind, term }: Decision, { text, low, words }: Copy): Trace[] {
  const whole = keyOf(term);
  const trace = (form: Trace["form"], found: string): Trace => ({
    form,
    kind,
    term,
    found,
    around: aroundOf(text, found),
  });
  const exact = stands(low, whole) ? [trace("exact", term)] : [];
  const disguised = formsOf(term, text).map(({ form, found }) => trace(form, wholeCode(text, form, found)));
  const parts = partsOf(kind, term).filter((part) => part !== whole);
  const ownWords = [whole, ...parts].filter((one) => one.length >= 5 && !/\s/.test(one));
  const near = kind === "money" ? [] : words.filter((word) => ownWords.some((own) => isNear(word, own)));
  return [
    ...exact,
    ...(exact.length > 0 ? [] : disguised),
    ...parts.filter((part) => stands(low, part)).map((part) => trace("part", part)),
    ...near.filter((word) => !parts.includes(word)).map((word) => trace("near", word)),
  ];
}

/** Short ones must stand alone: "bo" is in "about". */
function stands(low: string, word: string) {
  if (word.length > 5) return low.includes(word);
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(low);
}

/** A code is hidden whole: what was found of it is what does not depend on the letters beside it. */
function wholeCode(text: string, form: Form, found: string) {
  const at = ["base64", "hex", "url"].includes(form) ? text.toLowerCase().indexOf(found.toLowerCase()) : -1;
  if (at < 0) return found;
  const before = /[\w+/%=-]*$/.exec(text.slice(Math.max(0, at - 4_000), at))?.[0] ?? "";
  const after = /^[\w+/%=-]*/.exec(text.slice(at + found.length, at + 4_000))?.[0] ?? "";
  return `${before}${text.slice(at, at + found.length)}${after}`;
}

function aroundOf(text: string, found: string) {
  const at = text.toLowerCase().indexOf(found.toLowerCase());
  if (at < 0) return found.slice(0, 120);
  const [from, to] = [Math.max(0, at - 40), Math.min(text.length, at + found.length + 40)];
  return text.slice(from, to).replaceAll(/\s+/g, " ");
}
