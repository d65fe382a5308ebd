import { join, sep } from "node:path";
import { markdownIn, readLines, type Sources, slugOf } from "./files";
import { type Page, readPage } from "./front-matter";
import type { Report } from "./report";

export type Talk = { file: string; slug: string; title: string; abstract: string; type: string; speakers: string[] };
export type Speaker = {
  slug: string;
  name: string;
  bio: string;
  pronouns: string | null;
  website: string | null;
};

const field = (page: Page, ...names: string[]) =>
  names.map((name) => page.fields.get(name)?.[0]?.trim()).find((text) => text) ?? "";

/** All talk files of an event, scheduled or not. */
export function readTalks({ root, pages }: Sources, report: Report): Talk[] {
  return ["program", "workshops"].flatMap((folder) =>
    pagesIn(root, pages, folder, report).map((page) => talk(page, report)),
  );
}

/** All speaker files of an event. */
export function readSpeakers({ root, pages }: Sources, report: Report): (Speaker & { file: string })[] {
  const read = pagesIn(root, pages, "speakers", report);
  const faceless = read.filter((page) => !field(page, "image"));
  if (faceless[0])
    report.doubt(
      { file: faceless[0].file, line: 1 },
      `${faceless.length === 1 ? "a speaker" : `${faceless.length} speakers`} without a picture, beginning here`,
    );
  return read.map((page) => speaker(page, report));
}

function pagesIn(root: string, pages: string | null, folder: string, report: Report) {
  if (!pages) return [];
  return markdownIn(root, join(pages, folder)).map((path) =>
    readPage(readLines(root, path, report), path.split(sep).join("/"), report),
  );
}

function talk(page: Page, report: Report): Talk {
  const at = { file: page.file, line: 1 };
  const slug = slugOf(page.file);
  const title = field(page, "title", "linktitle") || heading(page.body) || nameOf(slug);
  if (!field(page, "title")) report.repair(at, `no title: taken as "${title}"`);
  if (title.length > 120) report.doubt(at, `the title has ${title.length} characters`);
  if (!page.body) report.doubt(at, `"${title}" has no abstract`);
  reportMarkup(page, report);
  const named = (page.fields.get("speakers") ?? page.fields.get("speaker") ?? [])
    .flatMap((text) => text.split(/\s*,\s*/))
    .map((text) => text.trim());
  if (named.includes("")) report.repair(at, "an empty speaker was left out");
  return {
    file: page.file,
    slug,
    title,
    abstract: page.body || field(page, "description"),
    type: field(page, "type").toLowerCase(),
    speakers: [...new Set(named.filter(Boolean))],
  };
}

function speaker(page: Page, report: Report): Speaker & { file: string } {
  const at = { file: page.file, line: 1 };
  const slug = slugOf(page.file);
  const name = field(page, "title", "name") || nameOf(slug);
  if (!field(page, "title", "name")) report.repair(at, `no name: taken as "${name}"`);
  if (!page.body) report.doubt(at, `${name} has no biography`);
  const handle = field(page, "twitter");
  if (handle.startsWith("@")) report.repair(at, `the @ of ${handle} was left out`);
  reportMarkup(page, report);
  const website = field(page, "website", "linkedin");
  return {
    file: page.file,
    slug,
    name,
    bio: page.body,
    pronouns: field(page, "pronouns", "pronoun") || null,
    website: /^https?:\/\/\S+$/i.test(website)
      ? website
      : handle
        ? `https://twitter.com/${handle.replace(/^@|^.*\//, "")}`
        : null,
  };
}

/** The source stays as it is; only what is shown is made safe. */
export function reportMarkup({ body, file, bodyLine }: Pick<Page, "body" | "file" | "bodyLine">, report: Report) {
  const kinds: [RegExp, string][] = [
    [/<(script|iframe|object|embed|form|style)\b/i, "scripts and frames in the text are not shown"],
    [/\{\{[<%]/, "Hugo shortcodes in the text are not shown"],
    [/<\/?[a-z][^>]*>/i, "HTML in the text is shown sanitised"],
  ];
  for (const [pattern, what] of kinds) {
    const before = body.slice(0, Math.max(0, body.search(pattern)));
    if (pattern.test(body)) report.repair({ file, line: bodyLine + before.split("\n").length - 1 }, what);
  }
}

const heading = (body: string) => /^#+\s*(.+?)\s*#*$/m.exec(body)?.[1] ?? "";

/** A name to show for a slug: `ana-lucia` as Ana Lucia; what is not a slug stays. */
export function nameOf(slug: string) {
  if (/\s/.test(slug) || !/^[\p{Ll}\p{N}][\p{Ll}\p{N}._'!+-]*$/u.test(slug)) return slug;
  const words = slug.replace(/[-_]+/g, " ").trim();
  return words.replace(/(^|\s)\p{Ll}/gu, (start) => start.toUpperCase()) || slug;
}
