import type { Told } from "@/lib/offline/rules";

let registered: Promise<ServiceWorkerRegistration> | null = null;

/** Tells the service worker, which is registered the first time that there is something to tell. */
export async function tellWorker(told: Told) {
  registered ??= navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  try {
    await registered;
    (await navigator.serviceWorker.ready).active?.postMessage(told);
  } catch {
    // private windows and full disks refuse, a dead network brings no worker: the next time, then
    registered = null;
  }
}

/** Somebody who counts their bytes keeps what they look at, and no more. */
export const isSparing = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
