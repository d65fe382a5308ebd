import type { EntryDocument } from "@/lib/entry/input";
import {
  asFiles,
  type Beside,
  besideAsJson,
  csvName,
  folderOf,
  isEmpty,
  nothingBeside,
} from "@/lib/interop/beside/pack";
import type { PackedFile } from "@/lib/interop/entry/unzip";
import { stemOf, writeFile } from "@/lib/interop/entry/write-file";
import { chartOf } from "./chart";
import { escaped, htmlOf } from "./html";

/** Of what is exported: the words of its pages, and in which language. */
export type SiteWords = { title: string; from: string; lang: string };
export type Exported = { document: EntryDocument; imported: EntryDocument | null; beside: Beside };

const style = `body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
pre{overflow-x:auto;padding:.75rem;border:1px solid #8884;border-radius:.4rem}code{font-family:ui-monospace,monospace}
table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid #8886;padding:.25rem .5rem;text-align:start}
img{max-width:100%}figure{margin:1.5rem 0;break-inside:avoid}svg{width:100%;height:7rem;border:1px solid #8884}
path{fill:none;stroke:currentColor;stroke-linecap:round;vector-effect:non-scaling-stroke}
.right{text-align:end}.center{text-align:center}dt{font-weight:600}footer,.soft{opacity:.75}@media print{nav{display:none}}
`;

/** Entries as a website: plain pages with one sheet of style, which need no server and run nothing. */
export function siteOf(entries: readonly Exported[], words: SiteWords): PackedFile[] {
  const named = withNames(entries.map((one) => ({ ...one, name: stemOf(one.document) })));
  const links = named.map(
    ({ name, document }) =>
      `<li><a href="${encodeURIComponent(name)}.html">${escaped(document.title)}</a> <span class="soft">${document.kind}</span></li>`,
  );
  const index = page(words.title, `<ul>\n${links.join("\n")}\n</ul>`, words);
  const pages = named.flatMap(({ name, document, beside }) => {
    const [path, folder] = [`${name}.html`, `${name}.files`];
    const shown = { ...document, body: asFiles(document.body, folder, beside) };
    const content = `${entryOf(shown)}${chartsOf(beside, folder)}`;
    return [{ path, bytes: bytesOf(page(document.title, content, words, true)) }, ...folderOf(path, folder, beside)];
  });
  return [{ path: "index.html", bytes: bytesOf(index) }, { path: "style.css", bytes: bytesOf(style) }, ...pages];
}

const chartsOf = ({ series }: Beside, folder: string) =>
  series.map((one, at) => chartOf(one, `${folder}/${csvName(at)}`)).join("");

/** Entries as Markdown or JSON, a folder per kind. */
export function filesOf(entries: readonly Exported[], format: "markdown" | "json"): PackedFile[] {
  const written = entries.map(({ document, imported, beside }) => {
    const { name, text } = format === "json" ? jsonOf(document, beside) : writeFile(document, imported);
    const folder = document.kind === "recipe" ? "recipes" : "post-mortems";
    const [, stem = name, ending = ""] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
    return { name: `${folder}/${stem}`, ending, text, beside: format === "json" ? nothingBeside : beside };
  });
  return withNames(written).flatMap(({ name, ending, text, beside }) => wholeFile(`${name}${ending}`, text, beside));
}

/** One entry as Markdown with what lies beside it. */
export const wholeEntry = ({ document, imported, beside }: Exported) => {
  const { name, text } = writeFile(document, imported);
  return wholeFile(name, text, beside);
};

/** A text, which names its pictures as files, and the folder in which they are. */
function wholeFile(path: string, text: string, beside: Beside): PackedFile[] {
  if (isEmpty(beside)) return [{ path, bytes: bytesOf(text) }];
  const folder = `${path.replace(/\.md$/, "")}.files`;
  const named = asFiles(text, folder.split("/").at(-1) ?? folder, beside);
  return [{ path, bytes: bytesOf(named) }, ...folderOf(path, folder, beside)];
}

/** All of an entry as one value, pictures in base64. */
export const jsonOf = (document: EntryDocument, beside: Beside) => ({
  name: `${stemOf(document)}.json`,
  text: `${JSON.stringify({ ...document, ...(!isEmpty(beside) && { beside: besideAsJson(beside) }) }, null, 2)}\n`,
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
