import type { EntryDocument } from "@/lib/entry/input";
import type { PackedFile } from "@/lib/interop/entry/unzip";
import { stemOf, writeFile } from "@/lib/interop/entry/write-file";
import { escaped, htmlOf } from "./html";

/** Of what is exported: the words of its pages, and in which language. */
export type SiteWords = { title: string; from: string; lang: string };
export type Exported = { document: EntryDocument; imported: EntryDocument | null };

const style = `body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
pre{overflow-x:auto;padding:.75rem;border:1px solid #8884;border-radius:.4rem}code{font-family:ui-monospace,monospace}
table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid #8886;padding:.25rem .5rem;text-align:start}
.right{text-align:end}.center{text-align:center}dt{font-weight:600}footer,.soft{opacity:.75}@media print{nav{display:none}}
`;

/** Entries as a website: plain pages with one sheet of style, which need no server and run nothing. */
export function siteOf(entries: readonly Exported[], words: SiteWords): PackedFile[] {
  const named = withNames(entries.map(({ document }) => ({ name: stemOf(document), document })));
  const links = named.map(
    ({ name, document }) =>
      `<li><a href="${encodeURIComponent(name)}.html">${escaped(document.title)}</a> <span class="soft">${document.kind}</span></li>`,
  );
  const index = page(words.title, `<ul>\n${links.join("\n")}\n</ul>`, words);
  const pages = named.map(({ name, document }) => ({
    path: `${name}.html`,
    bytes: bytesOf(page(document.title, entryOf(document), words, true)),
  }));
  return [{ path: "index.html", bytes: bytesOf(index) }, { path: "style.css", bytes: bytesOf(style) }, ...pages];
}

/** Entries as Markdown or JSON, a folder per kind. */
export function filesOf(entries: readonly Exported[], format: "markdown" | "json"): PackedFile[] {
  const written = entries.map(({ document, imported }) => {
    const { name, text } = format === "json" ? jsonOf(document) : writeFile(document, imported);
    const folder = document.kind === "recipe" ? "recipes" : "post-mortems";
    const [, stem = name, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
    return { name: `${folder}/${stem}`, ending, text };
  });
  return withNames(written).map(({ name, ending, text }) => ({ path: `${name}${ending}`, bytes: bytesOf(text) }));
}

export const jsonOf = (document: EntryDocument) => ({
  name: `${stemOf(document)}.json`,
  text: `${JSON.stringify(document, null, 2)}\n`,
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Each with a name of its own: the second `disk` is `disk-2`. Some systems know no capital letters. */
function withNames<T extends { name: string }>(all: readonly T[]): T[] {
  const taken = new Set(["index", "style"]);
  return all.map((one) => {
    let name = one.name;
    for (let at = 2; taken.has(name.toLowerCase()); at++) name = `${one.name}-${at}`;
    taken.add(name.toLowerCase());
    return { ...one, name };
  });
}

function page(title: string, content: string, { from, lang }: SiteWords, isBelow = false) {
  const back = isBelow ? '<nav><a href="index.html">←</a></nav>\n' : "";
  return `<!doctype html>
<html lang="${escaped(lang)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="style.css">
${back}<main>
<h1>${escaped(title)}</h1>
${content}
</main>
<footer>${escaped(from)}</footer>
</html>
`;
}

function entryOf(document: EntryDocument) {
  const { summary, tags, tech, licence, credit, body } = document;
  const facts = [tags.join(", "), tech.join(", "), licence, credit]
    .filter(Boolean)
    .map((one) => `<li>${escaped(one)}</li>`);
  const about = `${summary ? `<p><em>${escaped(summary)}</em></p>\n` : ""}${facts.length ? `<ul class="soft">${facts.join("")}</ul>\n` : ""}`;
  const files = document.kind === "recipe" ? document.files : [];
  const code = files.map(
    ({ path, content }) => `<h2>${escaped(path)}</h2>\n<pre><code>${escaped(content)}</code></pre>\n`,
  );
  return `${about}${htmlOf(body)}${code.join("")}`;
}
