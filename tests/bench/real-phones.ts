import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "@/components/live/store";
import type { Snapshot } from "@/lib/live/feed";
import { contentOf } from "@/tests/chaos/content";
import { phoneMaker } from "@/tests/chaos/phone-code";

/** A process full of real phones: each is the browser's own store with the real pusher-js. Moments are `Date.now()`. */
export type Standing = {
  phones: number;
  live: number;
  /** How many are live and show the board at that seq or later. */
  consistent: number;
  /** When each of them became so. */
  consistentAt: number[];
  /** When each asked for its authorization. */
  authorizedAt: number[];
  reloads: number;
  /** How many are live, polling, waiting, offline. */
  connections: Record<string, number>;
  /** What this process took of the processors so far. */
  processorMs: number;
};

export type Order =
  | { id: number; open: { origin: string; slug: string; count: number } }
  | { id: number; standing: { seq: number; since: number } }
  | { id: number; unequalTo: string };

const openedAtOnce = 20;
const phones: { store: Store; loaded: { reloads: number }; changedAt: number }[] = [];
const authorizedAt: number[] = [];

process.on("disconnect", () => process.exit());
process.on("message", async (order: Order) => {
  if ("open" in order) process.send?.({ id: order.id, value: await open(order.open) });
  else if ("standing" in order) process.send?.({ id: order.id, value: standing(order.standing) });
  else process.send?.({ id: order.id, value: unequalTo(order.unequalTo) });
});

async function open({ origin, slug, count }: { origin: string; slug: string; count: number }) {
  const aPhone = phoneMaker(origin, (path) => {
    if (path === "/live/auth") authorizedAt.push(Date.now());
  });
  const first = (await (await fetch(`${origin}/live/e/${slug}/board`)).json()) as Snapshot;
  for (let n = 0; n < count; n++) {
    const phone = { ...aPhone(slug, first), changedAt: 0 };
    watch(phone);
    phones.push(phone);
    phone.store.use();
    if (n % openedAtOnce === 0) await pause(50);
  }
  return count;
}

function watch(phone: (typeof phones)[number]) {
  const { store } = phone;
  let [seq, connection] = [store.state.snapshot.seq, store.state.connection];
  store.subscribe(() => {
    const { state } = store;
    if (state.snapshot.seq === seq && state.connection === connection) return;
    [seq, connection] = [state.snapshot.seq, state.connection];
    phone.changedAt = Date.now();
  });
}

function standing({ seq, since }: { seq: number; since: number }): Standing {
  const live = phones.filter(({ store }) => store.state.connection === "live");
  const consistent = live.filter(({ store }) => store.state.snapshot.seq >= seq);
  return {
    phones: phones.length,
    live: live.length,
    consistent: consistent.length,
    consistentAt: consistent.map(({ changedAt }) => changedAt),
    authorizedAt: authorizedAt.filter((at) => at >= since),
    reloads: phones.reduce((sum, { loaded }) => sum + loaded.reloads, 0),
    connections: countOf(phones.map(({ store }) => store.state.connection)),
    processorMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
  };
}

function unequalTo(wanted: string) {
  return phones.filter(({ store }) => contentOf(store.state.snapshot) !== wanted).length;
}

function countOf(words: readonly string[]) {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
