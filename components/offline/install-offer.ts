/** What Chromium offers once the app may be installed; other browsers have a menu for it. */
type Offer = globalThis.Event & { prompt: () => Promise<unknown> };

let offer: Offer | null = null;
const listeners = new Set<() => void>();

const set = (next: Offer | null) => {
  offer = next;
  for (const listener of listeners) listener();
};

// it comes once, often before anybody asks for it
if (typeof window !== "undefined") {
  addEventListener("beforeinstallprompt", (offered) => {
    offered.preventDefault();
    set(offered as Offer);
  });
  addEventListener("appinstalled", () => set(null));
}

export const installOffer = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => offer !== null,
  /** Asks the browser to ask. It may be asked once. */
  take: () => {
    void offer?.prompt();
    set(null);
  },
};
