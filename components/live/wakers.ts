const names = ["online", "pageshow", "focus"] as const;
const beatMs = 5_000;
/** A beat that comes this late slept, whether or not anybody looked. */
const sleptMs = 20_000;

/**
 * Calls `wake` whenever this phone may have missed something: it slept, its tab was away, its network was. `lose`
 * when it says itself that it has none. Answers how to stop.
 */
export function listenForWaking(wake: () => void, lose: () => void) {
  const woken = (why: globalThis.Event) => {
    const isFirstShow = why.type === "pageshow" && !(why as PageTransitionEvent).persisted;
    if (!isFirstShow && document.visibilityState !== "hidden") wake();
  };
  let last = Date.now();
  const beat = setInterval(() => {
    const now = Date.now();
    if (Math.abs(now - last - beatMs) > sleptMs && document.visibilityState !== "hidden") wake();
    last = now;
  }, beatMs);
  document.addEventListener("visibilitychange", woken);
  for (const name of names) addEventListener(name, woken);
  addEventListener("offline", lose);
  return () => {
    clearInterval(beat);
    document.removeEventListener("visibilitychange", woken);
    for (const name of names) removeEventListener(name, woken);
    removeEventListener("offline", lose);
  };
}
