import "server-only";
import { readFile } from "node:fs/promises";
import type { Group } from "@/lib/outsider/rules";

export type Try = { group: Group; what: string; path: string };
export type Filling = Record<string, string>;

/** Feeds, pictures and exports that an event could have; who guesses addresses guesses these. */
const guesses = ["feed.xml", "calendar.ics", "export.json", "opengraph-image", "manifest.webmanifest"];

/** Every address pattern of this build; in development those that were opened so far. */
export async function builtPatterns(): Promise<string[]> {
  const file = `${process.env.TWOFEET_DIST || ".next"}/app-path-routes-manifest.json`;
  const text = await readFile(/* turbopackIgnore: true */ file, "utf8").catch(() => "{}");
  return [...new Set(Object.values<string>(JSON.parse(text)))].sort();
}

const part = /\[+(?:\.{3})?(\w+)\]+/g;

/** The addresses of the patterns that speak of an event, and the patterns for which a value is missing. */
export function addressesFor(patterns: readonly string[], filling: Filling) {
  const ours = patterns.filter((pattern) => /^\/(e|wall)\/\[slug\]|^\/j\//.test(pattern));
  const isKnown = (pattern: string) => [...pattern.matchAll(part)].every(([, name = ""]) => name in filling);
  const tries = ours.filter(isKnown).map((what): Try => {
    const path = what.replaceAll(part, (_, name: string) => filling[name] ?? "");
    return { group: groupOf(what), what, path };
  });
  const guessed = guesses.map((name): Try => {
    return { group: "files", what: `/e/[slug]/${name}`, path: `/e/${filling.slug}/${name}` };
  });
  return { tries: [...tries, ...guessed], untried: ours.filter((pattern) => !isKnown(pattern)) };
}

const groupOf = (what: string): Group => (/export|feed|\.\w+$|calendar/.test(what) ? "files" : "pages");
