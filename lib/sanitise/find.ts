import type { EntryDocument } from "@/lib/entry/input";
import { type Deed, type EntityKind, entityKinds } from "@/lib/sanitise/input";
import { patterns } from "@/lib/sanitise/patterns";
import { namesSomebody, peopleIn, readsAsRole } from "@/lib/sanitise/people";
import { textsOf, withoutHidden } from "@/lib/sanitise/rules";
import { isWellKnown } from "@/lib/sanitise/well-known";

/** Something in a document that tells of somebody: what it is, how often, in which fields, and what is proposed. */
export type Finding = { kind: EntityKind; term: string; count: number; places: string[]; deed: Deed };

/** What the space itself knows: names of its people, of its company or event, and secrets that a scanner found. */
export type Known = { people: readonly string[]; names: readonly string[]; secrets: readonly string[] };
export const nothingKnown: Known = { people: [], names: [], secrets: [] };

type Seen = { kind: EntityKind; term: string; path: string };
const keyOf = (term: string) => term.toLowerCase();

/** Everything in a document that tells who, where, for whom or how much; each once, in the order of the document. */
export function findIn(document: EntryDocument, known: Known = nothingKnown): Finding[] {
  const texts = textsOf(document).map(({ path, text }) => ({ path, text: withoutHidden(text) }));
  const seen = [...texts.flatMap((one) => seenIn(one, known)), ...amounts(document)];
  const byTerm = new Map<string, Finding>();
  for (const { kind, term, path } of seen) {
    const place = path.replaceAll(/\.\d+/g, "");
    const before = byTerm.get(keyOf(term));
    if (!before) byTerm.set(keyOf(term), { kind, term, count: 1, places: [place], deed: proposed(kind, term) });
    else add(before, kind, place);
  }
  return [...byTerm.values()];
}

function add(finding: Finding, kind: EntityKind, place: string) {
  finding.count += 1;
  if (!finding.places.includes(place)) finding.places.push(place);
  if (entityKinds.indexOf(kind) >= entityKinds.indexOf(finding.kind)) return;
  finding.kind = kind;
  finding.deed = proposed(kind, finding.term);
}

function seenIn({ path, text }: { path: string; text: string }, known: Known): Seen[] {
  const as = (kind: EntityKind) => (term: string) => ({ kind, term: term.trim(), path });
  const says = (words: readonly string[]) => words.filter((word) => occursIn(text, word));
  const found = [
    ...says(known.secrets).map(as("secret")),
    ...patterned(text, path),
    ...says(known.people).map(as("person")),
    ...says(known.names).map(as("customer")),
    ...peopleIn(text).map(as("person")),
    ...(/(^|\.)(who|owner|verifiedBy)$/.test(path) && namesSomebody(text) ? [as("person")(text)] : []),
  ];
  return found.filter(({ term }) => term.length > 1 && !/^\{\{.*\}\}$/.test(term));
}

/** What a pattern took is not looked at by the next: the host of an address is not found a second time in it. */
function patterned(text: string, path: string): Seen[] {
  let rest = text;
  return patterns.flatMap(({ kind, find, is }) => {
    const hits = [...rest.matchAll(find)].map((match) => match[1] ?? match[0]).filter((term) => is?.(term) ?? true);
    for (const term of new Set(hits)) if (kind !== "customer") rest = rest.replaceAll(term, " ".repeat(term.length));
    const hosts = kind === "url" || kind === "mail" ? hits.flatMap(hostOf) : [];
    return [
      ...hits.map((term) => ({ kind, term, path })),
      ...hosts.map((term) => ({ kind: "host" as const, term, path })),
    ];
  });
}

/** The name of the machine in an address, to be found where it stands alone. */
function hostOf(term: string) {
  const [, host = ""] = /^[\w+:.-]+:\/\/(?:[^@/]*@)?([^/:?#]+)/.exec(term) ?? /@(.+)$/.exec(term) ?? [];
  return host && !/^[\d.]+$/.test(host) && !isWellKnown(host) ? [host] : [];
}

export function occursIn(text: string, word: string) {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return false;
  const [before, after] = [text[at - 1] ?? "", text[at + word.length] ?? ""];
  return word.length > 5 || !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after));
}

const currency = /^([$€£¥]|USD|EUR|GBP|CHF|CAD|AUD|JPY|SEK|NOK|DKK|PLN|dollars?|euros?|pounds)$/i;
/** An amount of the impact, as its number and unit say it. */
export const isAmount = ({ unit }: { unit: string }) => currency.test(unit.trim());
export const amountOf = ({ value, unit }: { value: number; unit: string }) => `${value} ${unit.trim()}`;

const amounts = (document: EntryDocument): Seen[] =>
  document.kind === "postmortem"
    ? document.impactNumbers
        .filter(isAmount)
        .map((one) => ({ kind: "money", term: amountOf(one), path: "impactNumbers" }))
    : [];

function proposed(kind: EntityKind, term: string): Deed {
  if (kind === "money") return "generalise";
  if (kind === "url" || kind === "host") return isWellKnown(term) ? "keep" : "mask";
  if (kind === "person" && readsAsRole(term)) return "keep";
  return "mask";
}
