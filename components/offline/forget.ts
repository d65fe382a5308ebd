import { type Gone, goneChannel, nobody, readShelf, type Told } from "@/lib/offline/rules";

const keeperKey = "twofeet.keeper";

/**
 * Takes away what this phone kept of an event, or all that it kept (null): pages, boards, drafts, and what waits to be
 * sent unless `withWrites` is false. Works with and without a service worker.
 */
export async function forgetHere(place: { slug: string; eventId: string } | null, withWrites = true) {
  forgetTexts(place ? [place.slug, place.eventId] : ["twofeet."]);
  navigator.serviceWorker?.controller?.postMessage({ kind: "forget", slug: place?.slug ?? null } satisfies Told);
  await forgetShelves(place?.slug ?? null);
  await forgetSealedKeys(place?.eventId ?? null);
  if (!withWrites) return;
  const { forgetOutbox } = await import("@/components/outbox/forget");
  await forgetOutbox(place?.eventId);
}

/** To all other tabs. */
export function announce(gone: Gone) {
  const channel = new BroadcastChannel(goneChannel);
  channel.postMessage(gone);
  channel.close();
}

/** For the phone that changed hands while no page was open. */
export function forgetWhatWasAnothers(person: string) {
  try {
    const before = localStorage.getItem(keeperKey);
    if (before && before !== nobody && before !== person) {
      // what waits to be sent knows its member by a mark: it stays a guest's who has become a person meanwhile
      forgetTexts(["twofeet."]);
    }
    localStorage.setItem(keeperKey, person);
  } catch {
    // a phone without storage kept nothing
  }
}

function forgetTexts(marks: readonly string[]) {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith("twofeet."));
    for (const key of ours.filter((one) => marks.some((mark) => one.includes(mark)))) localStorage.removeItem(key);
  } catch {
    // a phone without storage kept nothing
  }
}

/** Without its key a phone is outside of every sealed room again. */
async function forgetSealedKeys(eventId: string | null) {
  const all = (await globalThis.indexedDB?.databases?.()) ?? [];
  const sealed = all.flatMap(({ name }) => (name?.startsWith("twofeet-sealed-") ? [name] : []));
  for (const name of sealed.filter((one) => eventId === null || one.endsWith(eventId))) indexedDB.deleteDatabase(name);
}

async function forgetShelves(slug: string | null) {
  // only where the browser calls the page secure
  if (!("caches" in globalThis)) return;
  const shelves = (await caches.keys()).flatMap((name) => readShelf(name) ?? []);
  for (const shelf of shelves.filter((one) => slug === null || one.slug === slug)) await caches.delete(shelf.name);
}
