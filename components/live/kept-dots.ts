/**
 * Dots on their way, by event, with whose they are (`Ballot.member.mark`; null while nobody has joined). In
 * localStorage, not on the outbox's shelf: they are written in the very moment of the tap, by code that is there, and a
 * page that is closed right after it on a dead network has lost nothing.
 */
export type KeptDots = { mark: string | null; pending: Record<string, number> };

const prefix = "twofeet.dots.";

export function keepDots(eventId: string, { mark, pending }: KeptDots) {
  try {
    if (Object.keys(pending).length === 0) localStorage.removeItem(prefix + eventId);
    else localStorage.setItem(prefix + eventId, JSON.stringify({ mark, pending }));
  } catch {
    // a phone without storage forgets what it could not send
  }
}

/** What is kept for this person; nothing of another's. */
export function keptDots(eventId: string, mark: string | null): KeptDots["pending"] {
  const kept = read(prefix + eventId);
  return kept && (kept.mark === null || kept.mark === mark) ? kept.pending : {};
}

/** How many topics wait for their dots, on all events of this phone. */
export function countKeptDots() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return keys.reduce((sum, key) => sum + Object.keys(read(key)?.pending ?? {}).length, 0);
}

function read(key: string): KeptDots | null {
  try {
    const { mark, pending } = JSON.parse(localStorage.getItem(key) ?? "null") as KeptDots;
    const dots = Object.entries(pending).filter(([, given]) => Number.isInteger(given));
    return { mark, pending: Object.fromEntries(dots) };
  } catch {
    return null;
  }
}
