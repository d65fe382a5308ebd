import type { AlignType, Nodes, Parents, Table } from "mdast";
import { markdownTree } from "@/lib/interop/entry/outline";

export const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * Markdown as HTML in which nothing runs and nothing vanishes: HTML is shown as the text that it is, pictures that lie
 * beside the page are shown, others are links, and a link leads to the web or to a mail, or nowhere.
 */
export const htmlOf = (markdown: string) => inside(markdownTree(markdown));

const inside = (node: Parents) => node.children.map((child) => oneOf(child as Nodes)).join("");
const around = (tag: string) => (node: Nodes) => `<${tag}>${inside(node as Parents)}</${tag}>`;
const block = (tag: string) => (node: Nodes) => `${around(tag)(node)}\n`;
const lettersOf = (node: Nodes) => escaped("value" in node ? node.value : "");

const ways: { [type: string]: (node: Nodes) => string } = {
  paragraph: block("p"),
  blockquote: block("blockquote"),
  emphasis: around("em"),
  strong: around("strong"),
  delete: around("del"),
  listItem: block("li"),
  text: lettersOf,
  html: lettersOf,
  inlineCode: (node) => `<code>${lettersOf(node)}</code>`,
  code: (node) => `<pre><code>${lettersOf(node)}</code></pre>\n`,
  thematicBreak: () => "<hr>\n",
  break: () => "<br>\n",
  heading: (node) => `<h${depthOf(node)}>${inside(node as Parents)}</h${depthOf(node)}>\n`,
  list: (node) => (node.type === "list" && node.ordered ? block("ol")(node) : block("ul")(node)),
  link: (node) => (node.type === "link" ? linked(node.url, inside(node)) : ""),
  image: (node) => (node.type === "image" ? pictured(node.url, escaped(node.alt || node.url)) : ""),
  linkReference: (node) => inside(node as Parents),
  imageReference: (node) => (node.type === "imageReference" ? escaped(node.alt ?? "") : ""),
  footnoteReference: (node) => (node.type === "footnoteReference" ? `[${escaped(node.identifier)}]` : ""),
  footnoteDefinition: (node) =>
    node.type === "footnoteDefinition" ? `<div>[${escaped(node.identifier)}] ${inside(node)}</div>\n` : "",
  definition: (node) =>
    node.type === "definition"
      ? `<p>[${escaped(node.label ?? node.identifier)}] ${linked(node.url, escaped(node.url))}</p>\n`
      : "",
  table: (node) => (node.type === "table" ? tableOf(node) : ""),
};

function oneOf(node: Nodes): string {
  const way = ways[node.type];
  if (way) return way(node);
  return "children" in node ? inside(node) : lettersOf(node);
}

// the page's own title is its first heading
const depthOf = (node: Nodes) => (node.type === "heading" ? Math.min(6, node.depth + 1) : 2);

const linked = (url: string, text: string) =>
  /^(https?:\/\/|mailto:|#)/i.test(url) ? `<a href="${escaped(url)}" rel="noreferrer nofollow">${text}</a>` : text;

/** One that came along, by its digest in the folder of its page; any other might tell somebody that it is looked at. */
const pictured = (url: string, alt: string) =>
  /^[\p{L}\p{N}._%-]+\.files\/[0-9a-f]{64}\.(png|jpg|webp)$/u.test(url)
    ? `<img src="${escaped(url)}" alt="${alt}" loading="lazy">`
    : linked(url, alt);

function tableOf({ children, align = [] }: Table) {
  const [head, ...rows] = children;
  const cells = (tag: string, row: typeof head) =>
    `<tr>${(row?.children ?? []).map((cell, at) => `<${tag}${aligned(align?.[at])}>${inside(cell)}</${tag}>`).join("")}</tr>\n`;
  const body = rows.map((row) => cells("td", row)).join("");
  return `<table>\n<thead>${cells("th", head)}</thead>\n<tbody>${body}</tbody>\n</table>\n`;
}

const aligned = (align: AlignType | undefined) => (align ? ` class="${align}"` : "");
