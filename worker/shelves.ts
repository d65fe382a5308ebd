import { factsAt, type Keeper, readShelf, shelfOf } from "@/lib/offline/rules";
import { build } from "./scope";

/** What is known of an event whose pages are kept: for whom, and how its pages look. */
export type Facts = { slug: string; name: string; keeper: Keeper; lang: string; theme: string };

export const eventShelf = (slug: string) => shelfOf(slug, build);
export const staticShelf = `static.${build}`;

/** Caches of events, this build's first. */
export async function eventShelves(slug?: string) {
  const all = (await caches.keys()).flatMap((name) => readShelf(name) ?? []);
  const wanted = slug === undefined ? all : all.filter((one) => one.slug === slug);
  return wanted.sort((a, b) => Number(b.build === build) - Number(a.build === build));
}

/** Looks into one cache. Opening it would bring back one that was just deleted, and its name tells of an event. */
export const look = (name: string, at: string) => caches.match(at, { cacheName: name });

/** Caches of static files, this build's first. */
export async function staticShelves() {
  const all = (await caches.keys()).filter((name) => name.startsWith("static."));
  return all.sort((a, b) => Number(b === staticShelf) - Number(a === staticShelf));
}

export async function writeFacts(facts: Facts) {
  const cache = await caches.open(eventShelf(facts.slug));
  await cache.put(factsAt, Response.json(facts));
}

/** Of every event that is kept, each once. */
export async function allFacts(): Promise<Facts[]> {
  const found = new Map<string, Facts>();
  for (const { name, slug } of await eventShelves()) {
    const facts = await look(name, factsAt);
    if (facts && !found.has(slug)) found.set(slug, (await facts.json()) as Facts);
  }
  return [...found.values()];
}

export const factsOf = async (slug: string) => (await allFacts()).find((facts) => facts.slug === slug);

/** The pages that are kept of an event, by whichever build. */
export async function keptPaths(slug: string) {
  const paths = new Set<string>();
  for (const { name } of await eventShelves(slug))
    for (const { url } of await (await caches.open(name)).keys()) paths.add(new URL(url).pathname);
  return [...paths].filter((path) => path.startsWith("/e/"));
}

/** Drops what older builds left of an event that this build has whole, and the files that nobody needs any more. */
export async function dropOlder(slug: string) {
  for (const shelf of await eventShelves(slug)) if (shelf.build !== build) await caches.delete(shelf.name);
  await dropUnused();
}

export async function dropUnused() {
  const used = new Set((await eventShelves()).map((shelf) => `static.${shelf.build}`));
  for (const name of await staticShelves()) if (name !== staticShelf && !used.has(name)) await caches.delete(name);
}
