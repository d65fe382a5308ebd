import { newKey } from "./entry";
import type { Shelf } from "./shelf";

const name = "twofeet.outbox";
const leaseMs = 20_000;
const holder = newKey();

/**
 * Lets one tab of this browser work at a time, so that order is kept. Phones on plain http have no locks: there a
 * lease on the shelf does it, and a tab that died gives way after 20 s. Twice at once would do no harm.
 */
export async function alone<T>(shelf: Shelf, work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== "undefined" && navigator.locks) return navigator.locks.request(name, work) as Promise<T>;
  const take = () => shelf.lease(name, holder, Date.now() + leaseMs);
  while (!(await take())) await new Promise((done) => setTimeout(done, 300 + Math.random() * 400));
  const renewing = setInterval(() => void take(), leaseMs / 4);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await shelf.lease(name, holder, 0);
  }
}
