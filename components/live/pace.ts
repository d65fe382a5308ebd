/** What went wrong since the server was last heard. `isSilent`: the network carried nothing, not even a no. */
export type Trouble = { failures: number; isSilent: boolean; waitMs: number };

export const noTrouble: Trouble = { failures: 0, isSilent: false, waitMs: 0 };
export const silence: Trouble = { ...noTrouble, isSilent: true };

export const pollMs = 4_000;
/** A phone without network asks no server: it may ask often, and is back soon after the network is. */
const silentMs = 1_300;
/** A restarted server has every phone back within ten seconds. */
const mostMs = 8_000;
/** After minutes of nothing, rarely. */
const longestMs = 30_000;
const patience = 90;

/**
 * How long until the server is asked again, milliseconds. Never less than it asked for; every phone of a hall at
 * another moment, whatever happened to all of them at once.
 */
export function pauseMs({ failures, isSilent, waitMs }: Trouble, random = Math.random) {
  const spread = 0.7 + random() * 0.6;
  const most = failures > patience ? longestMs : mostMs;
  const own = isSilent && failures <= patience ? silentMs : Math.min(pollMs * 2 ** Math.min(failures, 8), most);
  return waitMs > 0 ? waitMs + random() * pollMs : own * spread;
}

const mostWaitMs = 10 * 60_000;

/**
 * What a Retry-After says, in milliseconds: seconds, or a date by the server's clock (`now`). 0 without one that can
 * be read. At most ten minutes: a strange box on the way must not silence a phone for the day.
 */
export function retryAfterMs(value: string | null, now: number) {
  if (!value) return 0;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Math.min(mostWaitMs, Math.max(0, ms || 0));
}
