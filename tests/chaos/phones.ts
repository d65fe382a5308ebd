import type { Store } from "@/components/live/store";
import type { Snapshot } from "@/lib/live/feed";
import { contentOf, meaningOf } from "./content";
import { phoneMaker } from "./phone-code";

/** A hall of phones in one process of its own: each is the browser's own store with the real pusher-js. */
export type PhonesReport = {
  /** Each seq that any phone showed, with what it meant. */
  meanings: [seq: number, meaning: string][];
  /** Seqs that meant different things to different phones, or at different times. */
  conflicts: string[];
  wentBack: number;
  live: number;
  /** How many phones show which board now. */
  boards: Record<string, number>;
  /** The same in words: how each hears, and at which seq it stands. */
  standing: Record<string, number>;
};

type Order = { open: { origin: string; slug: string; count: number } } | { report: true };

const stores: Store[] = [];
const meanings = new Map<number, string>();
const conflicts: string[] = [];
let wentBack = 0;

process.on("disconnect", () => process.exit());
process.on("message", async (order: Order) => {
  if ("open" in order) process.send?.({ opened: await open(order.open) });
  else process.send?.({ report: report() });
});

async function open({ origin, slug, count }: { origin: string; slug: string; count: number }) {
  const aPhone = phoneMaker(origin);
  const first = (await (await fetch(`${origin}/live/e/${slug}/board`)).json()) as Snapshot;
  for (let n = 0; n < count; n++) {
    const { store } = aPhone(slug, first);
    store.subscribe(watch(store));
    store.use();
    stores.push(store);
  }
  return count;
}

function watch(store: Store) {
  let shown = store.state.snapshot;
  return () => {
    const { snapshot } = store.state;
    if (snapshot === shown) return;
    if (snapshot.seq < shown.seq) wentBack += 1;
    shown = snapshot;
    const meaning = meaningOf(snapshot);
    const known = meanings.get(snapshot.seq);
    if (known === undefined) meanings.set(snapshot.seq, meaning);
    else if (known !== meaning) conflicts.push(`${snapshot.seq}: ${known} and ${meaning}`);
  };
}

function report(): PhonesReport {
  const boards: Record<string, number> = {};
  const standing: Record<string, number> = {};
  for (const { state } of stores) {
    const content = contentOf(state.snapshot);
    const words = `${state.connection} at ${state.snapshot.seq}`;
    boards[content] = (boards[content] ?? 0) + 1;
    standing[words] = (standing[words] ?? 0) + 1;
  }
  const live = stores.filter(({ state }) => state.connection === "live").length;
  return { meanings: [...meanings], conflicts, wentBack, live, boards, standing };
}
