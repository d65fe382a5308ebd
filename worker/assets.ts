import { CacheFirst } from "serwist";
import { look, staticShelf, staticShelves } from "./shelves";

export const isStatic = (path: string) => path.startsWith("/_next/static/");

/** Files of a build never change under their name: whichever build's cache has one, has the right one. */
export const staticFiles = new CacheFirst({
  cacheName: staticShelf,
  plugins: [
    {
      cacheWillUpdate: async ({ response }) => (response.status === 200 ? response : null),
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
        cachedResponse ?? (await onAnyShelf(request.url)),
    },
  ],
});

const inPage = /\/_next\/static\/[\w./~-]+\.(?:js|css)/g;
const inScript = /static\/chunks\/[\w./~-]+\.(?:js|css)/g;

/** Scripts whose own needs have been looked after since the worker woke. */
const settled = new Set<string>();

/** Fetches and keeps all static files that a page needs, and those that its scripts may ask for later. Throws if one is missing. */
export async function bringAssets(html: string) {
  const waiting = [...new Set(html.match(inPage))];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (settled.has(path)) continue;
    const text = await (await bring(path)).text();
    settled.add(path);
    if (path.endsWith(".js")) waiting.push(...new Set((text.match(inScript) ?? []).map((found) => `/_next/${found}`)));
  }
}

async function bring(path: string) {
  const here = await caches.open(staticShelf);
  const known = await here.match(path);
  if (known) return known;
  const file = (await onAnyShelf(path)) ?? (await fetch(path, { priority: "low" }));
  if (!file.ok) throw new Error(`${path} is missing`);
  await here.put(path, file.clone());
  return file;
}

async function onAnyShelf(path: string) {
  for (const name of await staticShelves()) {
    const file = await look(name, path);
    if (file) return file;
  }
  return undefined;
}
