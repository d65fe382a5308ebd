import { AsyncLocalStorage } from "node:async_hooks";
import type { Store } from "@/components/live/store";
import type { Snapshot } from "@/lib/live/feed";
import { aSession } from "./session";

type Browser = { origin: string; cookie: string };

/** Whose browser the code that runs belongs to: phones of several people and servers live in one process. */
const browser = new AsyncLocalStorage<Browser>();

function current() {
  const known = browser.getStore();
  if (!known) throw new Error("no phone asked for this");
  return known;
}

/** What the browser's own store asks of a window, and no more. */
function pretendToBeBrowsers() {
  const quiet = { addEventListener: () => {}, removeEventListener: () => {}, dispatchEvent: () => true };
  const ask = fetch;
  Object.assign(globalThis, {
    ...quiet,
    window: globalThis,
    document: { ...quiet, visibilityState: "visible", readyState: "complete" },
    fetch: (path: string, init: RequestInit = {}) => {
      if (/^https?:/.test(path)) return ask(path, init);
      const { origin, cookie } = current();
      return ask(origin + path, { ...init, headers: { ...(init.headers as Record<string, string>), origin, cookie } });
    },
  });
  Object.defineProperty(globalThis, "location", { configurable: true, get: () => new URL(current().origin) });
}

type Seat = { origin: string; slug: string; eventId: string; userId?: string | null; wallKey?: string; hall?: boolean };

/** A phone with the browser's own store, pusher-js and all; `seen` is every board that it showed. */
export async function aStorePhone({ origin, slug, eventId, userId = null, wallKey, hall = false }: Seat) {
  if (typeof window === "undefined") pretendToBeBrowsers();
  const session = userId ? await aSession(userId) : null;
  const own = { origin, cookie: session ? `${session.name}=${session.value}` : "" };
  const [{ Store: Own }, { noBallot }] = await Promise.all([
    import("@/components/live/store"),
    import("@/components/live/state"),
  ]);
  const place = { slug, eventId, wallKey: wallKey ?? null, hall };
  const seen: Snapshot[] = [];
  return browser.run(own, async () => {
    const query = new URLSearchParams({ ...(wallKey && { wall: wallKey }), ...(hall && { as: "hall" }) });
    const answer = await fetch(`/live/e/${slug}/board?${query}`);
    const first = answer.ok ? ((await answer.json()) as Snapshot) : emptyBoard(eventId, slug);
    const store: Store = new Own(place, first, noBallot);
    store.subscribe(() => seen.push(store.state.snapshot));
    const leave = store.use();
    return {
      store,
      seen,
      leave,
      titles: () => store.state.snapshot.topics.map(({ title }) => title),
      call: (path: string, method = "GET", body?: unknown) =>
        browser.run(own, () =>
          fetch(`/live/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
        ),
    };
  });
}

export type StorePhone = Awaited<ReturnType<typeof aStorePhone>>;

/** What a page that should not be there might have been rendered with. */
function emptyBoard(id: string, slug: string) {
  const now = new Date().toISOString();
  return { seq: 0, now, event: { id, slug }, topics: [], rooms: [], slots: [], tallies: null } as unknown as Snapshot;
}
