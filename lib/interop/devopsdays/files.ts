import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { cleanLines, decode } from "./clean";
import type { Report } from "./report";

/** The files of one event, as paths below `root`. `slug` is like `2025-chicago`. */
export type Sources = { root: string; slug: string; data: string[]; pages: string | null };

/** A folder in which no event, or more than one, was found. */
export class NoSuchFolder extends Error {}

/**
 * Finds one event in a folder: the root of a checkout or sample (`data/`, `content/`), or any folder or
 * file of the event itself below such a root. Throws `NoSuchFolder` with a sentence for the person.
 */
export function locate(folder: string, wanted?: string): Sources {
  const start = resolve(folder);
  if (!existsSync(start)) throw new NoSuchFolder(`There is no folder ${folder}.`);
  const root = rootOf(start);
  const events = eventsOf(root);
  const slug = wanted ?? namedBy(relative(root, start)) ?? only(events, folder);
  const data = events.get(slug);
  if (!data) throw new NoSuchFolder(`There is no event ${slug} in ${folder}.`);
  const pages = join("content", "events", slug);
  return { root, slug, data, pages: existsSync(join(root, pages)) ? pages : null };
}

function rootOf(start: string) {
  for (let at = start; at !== dirname(at); at = dirname(at))
    if (["data", "content"].some((part) => existsSync(join(at, part, "events")))) return at;
  throw new NoSuchFolder(`${start} has neither data/events nor content/events.`);
}

/** `content/events/2025-chicago/…`, `data/events/2025-chicago.yml` and `data/events/2025/chicago/…` name their event. */
function namedBy(path: string) {
  const [, , first, second] = path.split(sep);
  if (!first) return null;
  const name = first.replace(/(\.excerpt)?\.ya?ml$/, "");
  return /^\d{4}$/.test(name) ? second && `${name}-${second}` : name;
}

function only(events: Map<string, string[]>, folder: string) {
  const [slug, ...others] = events.keys();
  if (slug && others.length === 0) return slug;
  const few = [...events.keys()].slice(0, 8).join(", ");
  throw new NoSuchFolder(
    slug
      ? `${folder} holds ${events.size} events (${few} …): name one with --event.`
      : `No event was found in ${folder}.`,
  );
}

function eventsOf(root: string) {
  const data = join("data", "events");
  const single = list(root, data)
    .filter(isYaml)
    .map((name) => [name.replace(/(\.excerpt)?\.ya?ml$/, ""), join(data, name)] as const);
  const years = list(root, data).filter((name) => /^\d{4}$/.test(name));
  const yearly = years.flatMap((year) =>
    list(root, join(data, year)).flatMap((city) =>
      yamlsIn(root, join(data, year, city)).map((path) => [`${year}-${city}`, path] as const),
    ),
  );
  const pages = list(root, join("content", "events")).filter((name) => !isYaml(name));
  const events = new Map<string, string[]>();
  for (const [slug, path] of [...single, ...yearly]) events.set(slug, [...(events.get(slug) ?? []), path]);
  for (const slug of pages) events.set(slug, events.get(slug) ?? []);
  return events;
}

const yamlsIn = (root: string, path: string) =>
  list(root, path)
    .filter(isYaml)
    .map((file) => join(path, file));

const isYaml = (name: string) => /\.ya?ml$/.test(name);

function list(root: string, path: string): string[] {
  const full = join(root, path);
  return isFolder(full) ? readdirSync(full).sort() : [];
}

const isFolder = (full: string) => existsSync(full) && statSync(full).isDirectory();

/** The pages of a folder: files, or folders with an `index.md`. */
export function markdownIn(root: string, path: string): string[] {
  return list(root, path).flatMap((name) => {
    const within = join(path, name, "index.md");
    if (isFolder(join(root, path, name))) return existsSync(join(root, within)) ? [within] : [];
    return /^[^_.].*\.(md|markdown|html)$/.test(name) && !/^index\./.test(name) ? [join(path, name)] : [];
  });
}

export function readLines(root: string, file: string, report: Report): string[] {
  const shown = file.split(sep).join("/");
  return cleanLines(decode(readFileSync(join(root, file)), shown, report), shown, report);
}

/** The name of a page without its ending; of a folder with an index, the folder's. */
export const slugOf = (file: string) => basename(file.replace(/\/index\.md$/, "")).replace(/\.(md|markdown|html)$/, "");
