import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { EntryDocument } from "@/lib/entry/input";
import { readFile } from "@/lib/interop/entry/read-file";
import { canonical, writeFile } from "@/lib/interop/entry/write-file";

export type Measured = {
  /** Below its folder. */
  name: string;
  text: string;
  document: EntryDocument | null;
  unread: string;
  /** It comes in and goes out as the same bytes, and written whole as the same document. */
  stays: boolean;
};

/** Every file of a folder as the importer reads it; what throws is said as such, for nothing may. */
export function filesOf(folder: string, kind?: "postmortem" | "recipe"): Measured[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/^(\.|NOTICE|LICEN[CS]E)/.test(file.name))
    .map((file) => join(file.parentPath, file.name))
    .sort()
    .map((path) => measured(path, path.slice(folder.length).replace(/^[\\/]+/, ""), kind));
}

function measured(path: string, name: string, kind?: "postmortem" | "recipe"): Measured {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  try {
    const read = readFile({ path: name.split(sep).join("/"), bytes, kind });
    if ("unread" in read) return { name, text, document: null, unread: read.unread, stays: false };
    return { name, text, document: read.document, unread: "", stays: staysTheSame(bytes, read.document) };
  } catch (error) {
    return { name, text, document: null, unread: `throws: ${error}`, stays: false };
  }
}

function staysTheSame(bytes: Buffer, document: EntryDocument) {
  const again = readFile({ path: "again.md", bytes: new TextEncoder().encode(writeFile(document).text) });
  const isEqual = bytes.equals(Buffer.from(writeFile(document, document).text));
  return isEqual && "document" in again && canonical(again.document) === canonical(document);
}
