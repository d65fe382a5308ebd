import type { EntryDocument } from "@/lib/entry/input";
import { writeOwn } from "./own-dialect";

export type WrittenFile = { name: string; text: string };

/**
 * An entry as a file. `imported`: the document as it was when it came in, if it did. What nobody changed since then is the
 * same file, byte for byte; with another text only, the front matter is still as it came; otherwise it is our own dialect,
 * which says everything.
 */
export function writeFile(document: EntryDocument, imported?: EntryDocument | null): WrittenFile {
  const stem = stemOf(document);
  const { original } = document;
  if (!original || !imported || !isAsItCame(document, imported))
    return { name: `${stem}.md`, text: writeOwn(document) };
  const [file] = document.kind === "recipe" ? document.files : [];
  if (original.dialect === "file") return { name: file?.path ?? stem, text: file?.content ?? "" };
  return { name: `${stem}.md`, text: original.frontMatter + document.body };
}

/** But for its text, which may have gone on in a file that has one. */
function isAsItCame(document: EntryDocument, imported: EntryDocument) {
  const told = (one: EntryDocument) => canonical({ ...one, provenance: null, body: "" });
  return (
    told(document) === told(imported) && (document.original?.dialect !== "file" || document.body === imported.body)
  );
}

/** The same for the same value, in whichever order a database gives its keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

/** A name for its file, which every system takes: of its path where it came from, or of its title. */
export function stemOf({ title, provenance }: EntryDocument) {
  const file = provenance?.path
    .split("/")
    .at(-1)
    ?.replace(/\.(html\.)?md(\.erb)?$|\.[^.]*$/i, "");
  const plain = (file || title)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "");
  return plain.slice(0, 80) || "entry";
}
