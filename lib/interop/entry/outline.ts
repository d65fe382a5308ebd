import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { sectionOf } from "@/lib/interop/postmortem/section-names";

/** Only what stands in the beginning names a document. */
const mostLetters = 200_000;

export type Outline = {
  /** The first heading, without its marks. */
  heading: string;
  headings: string[];
  /** Lines that head what follows and are no headings: `Timeline:`, `**Impact**`. */
  labels: string[];
  /** The first paragraph of what calls itself a summary, or of all. */
  summary: string;
  /** Languages of its blocks of code, each once. */
  languages: string[];
};

const calledSummary = (title: string) =>
  sectionOf(title) === "summary" || /^(meaning|description|context)\b/i.test(title);

export const markdownTree = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** What a Markdown text is about, by its shape. */
export function outlineOf(body: string): Outline {
  const { children } = markdownTree(body.slice(0, mostLetters));
  const titles = children.flatMap((node, at) => (node.type === "heading" ? [{ at, text: plainText(node) }] : []));
  const summary = titles.find(({ text }) => calledSummary(text));
  const languages = children.flatMap((node) => (node.type === "code" && node.lang ? [node.lang.toLowerCase()] : []));
  return {
    heading: titles[0]?.text ?? "",
    headings: titles.map(({ text }) => text),
    labels: labelsIn(children),
    summary: (summary && paragraphAfter(children, summary.at)) || paragraphAfter(children, -1),
    languages: [...new Set(languages)],
  };
}

function labelsIn(children: RootContent[]) {
  const lines = children.flatMap((node) => (node.type === "paragraph" ? lettersOf(node).split("\n", 200) : []));
  return lines.map((line) => /^([\p{L}' ]{4,60}):\s*$/u.exec(line)?.[1] ?? "").filter(Boolean);
}

/** The first paragraph after that place, unless a heading of the next section comes before it. */
function paragraphAfter(children: RootContent[], at: number) {
  for (const node of children.slice(at + 1)) {
    if (at >= 0 && node.type === "heading") return "";
    const text = node.type === "paragraph" || node.type === "blockquote" ? plainText(node) : "";
    if (text) return text;
  }
  return "";
}

/** The letters of a node, HTML and code too: as text they harm nobody. */
export const plainText = (node: RootContent | Root) => lettersOf(node).replace(/\s+/g, " ").trim();

function lettersOf(node: RootContent | Root): string {
  if (node.type === "break") return " ";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(lettersOf).join("") : "";
}
