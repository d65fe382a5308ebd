import { parse, stringify } from "yaml";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import type { Values } from "./front-matter";

/** The key by which our own front matter is known, and its only version. */
const key = "twofeet";
const version = 1;

export const isOwnDialect = (values: Values) => values[key] === version;

/** What our own front matter says, whole: nothing is guessed from the text. */
export function readOwn({ [key]: _, ...fields }: Values, body: string): object {
  return { provenance: null, original: null, ...fields, body };
}

/** All of a document as Markdown with front matter; read again it is the same document. */
export function writeOwn(document: EntryDocument): string {
  const { body, ...fields } = document;
  return `---\n${yamlOf({ [key]: version, ...sparse(fields, document.kind) })}---\n${body}`;
}

/** Only what is not as it is by default. */
function sparse(fields: object, kind: EntryDocument["kind"]) {
  const usual = entryDocument.parse({ kind, title: "…" }) as Record<string, unknown>;
  const isUnusual = ([name, value]: [string, unknown]) =>
    name === "kind" || name === "title" || JSON.stringify(usual[name]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(fields).filter(isUnusual));
}

/** Readable where reading it gives the same again, else with every text quoted, else JSON, which is YAML too. */
function yamlOf(value: object) {
  const same = JSON.stringify(value);
  const ways = [{ blockQuote: "literal" as const }, { defaultStringType: "QUOTE_DOUBLE" as const }];
  for (const way of ways) {
    const written = stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, ...way });
    if (JSON.stringify(readOrNull(written)) === same && !/^(---|\.\.\.)/m.test(written)) return written;
  }
  return `${same}\n`;
}

function readOrNull(text: string): unknown {
  try {
    return parse(text, { logLevel: "silent" });
  } catch {
    return null;
  }
}
