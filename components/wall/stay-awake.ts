/** Keeps a screen from sleeping. Browsers let go of the lock whenever the page is hidden. */
export function stayAwake() {
  const lock = () => {
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
  };
  lock();
  document.addEventListener("visibilitychange", lock);
  return () => document.removeEventListener("visibilitychange", lock);
}
