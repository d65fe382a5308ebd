const key = "twofeet.clock";
/** A page that is older than this comes out of a memory, not from the server. */
const freshMs = 2 * 60_000;

type Told = { renderedAt: number; now: number; sinceAnswered: number; remembered: number | null };

/**
 * What to add to this phone's clock to have the server's, milliseconds: by the instant at which the page was
 * rendered, or, when the page is an old one, by what was known before.
 */
export function offsetOf({ renderedAt, now, sinceAnswered, remembered }: Told) {
  if (remembered !== null && now + remembered - renderedAt > freshMs) return remembered;
  return renderedAt + sinceAnswered - now;
}

/** The same for the page that is being opened here and now. */
export function firstOffset(renderedAt: number) {
  return offsetOf({ renderedAt, now: Date.now(), sinceAnswered: sinceAnswered(), remembered: remembered() });
}

/** Keeps it for a page that is opened without the server. */
export function rememberOffset(offset: number) {
  try {
    localStorage.setItem(key, String(Math.round(offset)));
  } catch {
    // a phone without storage trusts its own clock when it is offline
  }
}

function remembered() {
  try {
    const kept = localStorage.getItem(key);
    return kept === null || Number.isNaN(Number(kept)) ? null : Number(kept);
  } catch {
    return null;
  }
}

/** How long ago the page came, while it is being opened; scripts on a bad network come seconds later. */
function sinceAnswered() {
  if (typeof document === "undefined" || document.readyState === "complete") return 0;
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const since = page ? performance.now() - page.responseStart : 0;
  return since > 0 && since < 60_000 ? since : 0;
}
