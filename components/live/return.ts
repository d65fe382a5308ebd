import { giveUpCallsBefore } from "./request";
import type { Store } from "./store";

/** After silence the server answered what was asked at `asked`: what was sent before is lost, what waits may go. */
export function comeBack(store: Store, asked: number) {
  giveUpCallsBefore(asked);
  setTimeout(() => {
    void store.outbox.send();
    dispatchEvent(new globalThis.Event("twofeet:back"));
  });
}

/** Tells the person, and all that keeps something of the event, that there is nothing to look at any more. */
export function beRefused(store: Store) {
  store.set({ connection: "refused" });
  dispatchEvent(new CustomEvent("twofeet:gone", { detail: { slug: store.place.slug } }));
}
