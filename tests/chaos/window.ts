/** What the store asks of a window, and no more; `onAsk` hears of every request first. */
export function pretendToBeABrowser(origin: string, onAsk: (path: string) => void = () => {}) {
  const { protocol, hostname, port } = new URL(origin);
  const ask = fetch;
  const quiet = { addEventListener: () => {}, removeEventListener: () => {}, dispatchEvent: () => true };
  Object.assign(globalThis, {
    ...quiet,
    window: globalThis,
    document: { ...quiet, visibilityState: "visible" },
    fetch: (path: string, init: RequestInit = {}) => {
      onAsk(path);
      return ask(origin + path, { ...init, headers: { ...(init.headers as Record<string, string>), origin } });
    },
  });
  const loaded = { reloads: 0 };
  const reload = () => {
    loaded.reloads += 1;
  };
  Object.defineProperty(globalThis, "location", { value: { origin, protocol, hostname, port, reload } });
  return { ask, loaded };
}
