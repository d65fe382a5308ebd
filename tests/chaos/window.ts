/** What the store asks of a window, and no more: a world of its own for each phone. `onAsk` hears of every request first. */
export function aWindow(origin: string, onAsk: (path: string) => void = () => {}) {
  const { protocol, hostname, port } = new URL(origin);
  const bus = new EventTarget();
  const listening = {
    addEventListener: bus.addEventListener.bind(bus),
    removeEventListener: bus.removeEventListener.bind(bus),
    dispatchEvent: bus.dispatchEvent.bind(bus),
  };
  const loaded = { reloads: 0 };
  const reload = () => {
    loaded.reloads += 1;
  };
  const own = {
    ...listening,
    document: { ...listening, visibilityState: "visible" },
    navigator: { onLine: true, language: "en", userAgent: "a phone in a test" },
    location: { origin, protocol, hostname, port, reload },
    localStorage: aStorage(),
    BroadcastChannel: Silence,
    fetch: (path: string, init: RequestInit = {}) => {
      onAsk(path);
      return fetch(origin + path, { ...init, headers: { ...(init.headers as Record<string, string>), origin } });
    },
  };
  return { loaded, globals: { ...own, window: own, self: own } as Record<string, unknown> };
}

/** This phone has no other tabs. */
class Silence extends EventTarget {
  postMessage() {}
  close() {}
}

function aStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
