import "server-only";
import { readFile } from "node:fs/promises";

/** Takes itself and all it kept away: for a browser that has the worker of a build, where there is none. */
const none = `self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
})()));`;

/** The service worker that was bundled with this build; during development one that ends itself. */
export async function workerScript() {
  if (process.env.NODE_ENV === "development") return none;
  return await readFile(/* turbopackIgnore: true */ `${process.env.TWOFEET_DIST || ".next"}/worker.js`, "utf8");
}
