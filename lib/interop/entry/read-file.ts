import { createHash } from "node:crypto";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";
import { partsTold } from "@/lib/interop/postmortem/sections";
import { suggestedParameters } from "@/lib/placeholder/rules";
import { alertRulesOf, alertRulesTold } from "./alert-rules";
import { codeOf } from "./code-files";
import { cutFrontMatter } from "./front-matter";
import { type Kind, kindOf, recipeKindOf } from "./kind";
import { outlineOf } from "./outline";
import { isOwnDialect, readOwn } from "./own-dialect";
import { said } from "./said";
import { isTldr, tldrTold } from "./tldr";
import { commonTold, reviewTold, severityTold } from "./told";

export type FileToRead = {
  /** Relative, with `/`; tells what the file is called and of what kind it may be. */
  path: string;
  bytes: Uint8Array;
  /** Whoever imports it may know better what it is. */
  kind?: Kind | undefined;
  /** Of a repository: its address and commit. */
  from?: { url: string; commit: string } | undefined;
};

/** Why a file is no entry. */
export type Unread = "not-text" | "too-large" | "empty" | "not-an-entry";
export type Read = { document: EntryDocument } | { unread: Unread };

const mostBytes = 1_000_000;
const none = new Set<string>();

/**
 * Reads a file as a recipe or a post-mortem: Markdown with any front matter or none, rule files of Prometheus, pages of the
 * tldr kind, single files of code. What came is kept byte for byte in `original.frontMatter` and `body`, or in `files`.
 */
export function readFile(file: FileToRead): Read {
  const text = textOf(file.bytes);
  if (text === null) return { unread: "not-text" };
  if (text.trim() === "") return { unread: "empty" };
  const isMarkdown = /\.(md|markdown|mdown|mdx|qmd|rmd|txt)$|\.md\.erb$|(^|\/)[^./]+$/i.test(file.path);
  const code = codeOf(file.path, text);
  const parts = code ? codeTold(file, text, code) : isMarkdown ? markdownTold(file, text) : null;
  if (parts === null) return { unread: "not-an-entry" };
  const read = entryDocument.safeParse({ ...(parts as object), ...provenanceOf(file, parts) });
  return read.success ? { document: read.data } : { unread: "too-large" };
}

/** UTF-8 as it stands, its mark at the beginning too; null for anything that is not, or that no database can hold. */
export function textOf(bytes: Uint8Array) {
  if (bytes.byteLength > mostBytes * 8) return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** What came from here once keeps saying where it came from in the beginning. */
function provenanceOf({ path, bytes, from }: FileToRead, parts: object) {
  if ("provenance" in parts) return {};
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { provenance: { path: path.slice(-1_000), sha256, ...(from && { url: from.url, commit: from.commit }) } };
}

function codeTold({ path }: FileToRead, text: string, { lang, recipeKind }: { lang: string; recipeKind: string }) {
  const name = path.split("/").at(-1) ?? "file";
  const rules = alertRulesOf(text);
  const told = rules ? alertRulesTold(rules, path) : { title: name.slice(0, 300), recipeKind };
  const parameters = rules ? [] : suggestedParameters([text], none);
  return {
    kind: "recipe",
    ...told,
    parameters,
    files: [{ path: name, lang, content: text }],
    original: { frontMatter: "", dialect: "file" },
  };
}

function markdownTold(file: FileToRead, text: string): object {
  const { head, body, values, dialect } = cutFrontMatter(text);
  if (isOwnDialect(values)) return readOwn(values, body);
  const outline = outlineOf(body);
  const kind = file.kind ?? kindOf(values, file.path, outline);
  const common = { kind, ...commonTold(values, outline, file.path), body };
  const isPage = kind === "recipe" && isTldr(body);
  const original = { frontMatter: head, dialect: isPage ? "tldr" : nameOf(dialect, values) };
  if (kind === "postmortem") return { ...common, ...severityTold(values), ...incidentTold(file, head, body), original };
  if (isPage) return { ...common, ...tldrTold(body), original };
  const recipeKind = recipeKindOf(values, file.path, outline);
  return { ...common, recipeKind, parameters: suggestedParameters([body], none), ...reviewTold(values), original };
}

/** Its timeline, what became of it when, and what stands under the headings of every template. */
function incidentTold({ path }: FileToRead, head: string, body: string) {
  const frontMatter = head.replace(/^[^\n]*\n|\n[^\n]*\n?$/g, "");
  const { timeline, times, zone } = readPostmortem(body, { name: path.split("/").at(-1) ?? "", frontMatter });
  return { timeline, times, zone, ...partsTold(body) };
}

/** What the front matter's writer goes by. */
function nameOf(dialect: string, values: object) {
  if (dialect !== "yaml") return dialect;
  const has = (...keys: string[]) => said(values as Record<string, unknown>, ...keys) !== undefined;
  if (has("last_reviewed_on", "review_in")) return "reviewed";
  if (has("authors", "author", "date", "tags")) return "blog";
  return has("weight") ? "weighted" : "yaml";
}
