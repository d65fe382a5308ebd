import { keptMs } from "@/lib/offline/rules";
import { age } from "./keeping";
import { eventShelves, look } from "./shelves";

/** Deletes pages that are older than a session can be, and events of which nothing else is left. Only within `inTurn`. */
export async function dropOld() {
  for (const { name } of await eventShelves()) await dropOldOf(name);
}

async function dropOldOf(name: string) {
  const cache = await caches.open(name);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => path.startsWith("/e/"));
  const isOld = async (path: string) => age((await look(name, path)) ?? Response.error()) >= keptMs;
  const old = await Promise.all(paths.map(isOld));
  if (old.every(Boolean)) return void (await caches.delete(name));
  await Promise.all(paths.filter((_, index) => old[index]).map((path) => cache.delete(path)));
}
