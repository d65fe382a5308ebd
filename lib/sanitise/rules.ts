import type { EntryDocument } from "@/lib/entry/input";

/** Fields whose words are the product's own, or times: nobody's secret stands there. */
const fixed = new Set(
  "kind lang precision bound at marker status type risk relation id events dueOn doneOn lastReviewedOn reviewBy detection days zone clock licence".split(
    " ",
  ),
);

type Change = (text: string, path: string) => string;

/** A copy of any value with every text in it changed that a person may have written. */
export function mapTexts<T>(value: T, change: Change, path = ""): T {
  if (typeof value === "string") return change(value, path) as T;
  if (Array.isArray(value)) return value.map((one, at) => mapTexts(one, change, `${path}.${at}`)) as T;
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).map(([name, held]) => [
    name,
    fixed.has(name) && !isNested(held) ? held : mapTexts(held, change, path ? `${path}.${name}` : name),
  ]);
  return Object.fromEntries(pairs);
}

/** `at` is an instant, or a whole fuzzy time with the text that it was read from. */
const isNested = (held: unknown) => typeof held === "object" && held !== null && !Array.isArray(held);

/** Every text of a value with the place it stands in, in the order of the document. */
export function textsOf(value: unknown): { path: string; text: string }[] {
  const all: { path: string; text: string }[] = [];
  mapTexts(value, (text, path) => {
    if (text) all.push({ path, text });
    return text;
  });
  return all;
}

/** What is hidden between letters: it is no writing, and a name with one in it is found by nobody. */
const hidden = /[\u00AD\u200B\u2060\uFEFF]|(?<=[A-Za-z0-9])[\u200C\u200D](?=[A-Za-z0-9])/g;
export const withoutHidden = (text: string) => text.replace(hidden, "");

/** Where the entry was imported from and the file as it stood are nobody's business outside. */
export function withoutOrigin(document: EntryDocument): EntryDocument {
  return { ...document, provenance: null, original: null };
}

const tagged = /[^\p{L}\p{N}.+#_/-]+/gu;
const asTag = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(tagged, "-")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .slice(0, 60);
const asTags = (tags: string[]) => [...new Set(tags.map(asTag))].filter(Boolean);
const asName = (name: string) =>
  name
    .replaceAll(/[^A-Za-z0-9_.-]/g, "-")
    .replace(/^[^A-Za-z_]/, "_")
    .slice(0, 60) || "value";
const asPath = (path: string) =>
  path
    .split("/")
    .filter((part) => part && part !== "..")
    .join("/") || "file";
const isLink = (text: string) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/** Puts right what no longer fits its field after words in it were changed. */
export function fitting(document: EntryDocument): EntryDocument {
  const common = { title: document.title.trim() || "…", tags: asTags(document.tags), tech: asTags(document.tech) };
  if (document.kind === "postmortem") {
    const actions = document.actions.map((one) => ({
      ...one,
      tracker: isLink(one.tracker) ? one.tracker : ("" as const),
    }));
    return { ...document, ...common, actions };
  }
  const files = document.files.map((file) => ({ ...file, path: asPath(file.path) }));
  const parameters = document.parameters.map((one) => ({ ...one, name: asName(one.name) }));
  return { ...document, ...common, recipeKind: asTag(document.recipeKind) || "runbook", files, parameters };
}

/** The same thing in another spelling of its spaces and letters. */
export const keyOf = (term: string) => term.toLowerCase().replaceAll(/\s+/gu, " ").trim();

/** The power of ten below it. */
export const rounded = (value: number) =>
  value === 0 ? 0 : Math.sign(value) * 10 ** Math.floor(Math.log10(Math.abs(value)));
