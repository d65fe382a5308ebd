import type { Page } from "@playwright/test";
import { mainPages } from "@/lib/offline/rules";
import { expect } from "@/tests/support/browser";

/** Caches that events have on this phone, by name. */
export const eventCaches = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("e.")).sort());

/** The paths of the pages that are kept. */
export function keptPages(page: Page, slug: string) {
  return page.evaluate(async (of) => {
    const names = (await caches.keys()).filter((name) => name.startsWith(`e.${of}.`));
    const caches_ = await Promise.all(names.map((name) => caches.open(name)));
    const keys = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
    return keys.map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith("/e/"));
  }, slug);
}

/** Everything that somebody with this phone in hand finds in the browser's storage, as one text. */
export function allThatIsStored(page: Page) {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      found.push(name);
      for (const request of await cache.keys()) {
        const isOurCode = new URL(request.url).pathname.startsWith("/_next/static/");
        found.push(request.url, isOurCode ? "" : ((await (await cache.match(request))?.text()) ?? ""));
      }
    }
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      for (const store of db.objectStoreNames) {
        const all = await new Promise((done) => {
          const asked = db.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => done(asked.result);
        });
        found.push(JSON.stringify(all));
      }
      db.close();
    }
    return found.join("\n");
  });
}

/** Static files that a kept page names and that no cache has. */
export function missingFiles(page: Page) {
  return page.evaluate(async () => {
    const missing: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of name.startsWith("e.") ? await cache.keys() : []) {
        const text = (await (await cache.match(request))?.text()) ?? "";
        for (const [path] of text.matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g))
          if (!(await caches.match(path))) missing.push(`${request.url} wants ${path}`);
      }
    }
    return missing;
  });
}

const patient = { timeout: 40_000 };

export const wholeDay = (slug: string) => expect.arrayContaining(mainPages(slug));

/** One visit, and a while of quiet: then the day is on the phone. */
export async function visit(page: Page, slug: string, path = "") {
  await page.goto(`/e/${slug}${path}`);
  await expect.poll(() => keptPages(page, slug), patient).toEqual(wholeDay(slug));
}

export const bottom = (page: Page, place: string) =>
  page.getByRole("navigation", { name: "Places in this event" }).getByRole("link", { name: place });
