import { restHeader, slugOfKeepable } from "@/lib/offline/rules";
import { dropOld } from "./drop-old";
import { forgetting, inTurn } from "./forget";
import { age, keepPage } from "./keeping";
import { dropOlder, eventShelf, keptPaths, look } from "./shelves";

const freshMs = 10 * 60_000;
/** A phone asks for a fifth of the time at most: when a hall does so at once and the server gets slow, so do they. */
const rest = 4;
const leastRestMs = 150;

/**
 * Fetches pages before they are asked for, one after the other, unless they were kept a short time ago. `whole`: with
 * all that an older build kept, after which that one's are not needed any more.
 */
export function warm(slug: string, paths: readonly string[], whole: boolean, olderThanMs = freshMs) {
  // several tabs may ask for the same: whoever comes later finds it done
  last = last.catch(() => {}).then(() => warmNow(slug, paths, whole, olderThanMs));
  return last;
}

let last: Promise<void> = Promise.resolve();

async function warmNow(slug: string, paths: readonly string[], whole: boolean, olderThanMs: number) {
  const began = forgetting();
  const wanted = whole ? [...new Set([...paths, ...(await keptPaths(slug))])] : paths;
  const hallRestMs = whole ? await restOfHall(slug) : 0;
  let restMs = Math.random() * hallRestMs;
  for (const path of wanted) {
    if (slugOfKeepable(path) !== slug || (await isFresh(slug, path, olderThanMs))) continue;
    await new Promise((done) => setTimeout(done, restMs));
    const asked = Date.now();
    if (began !== forgetting() || !(await fetchPage(path, began))) return;
    restMs = Math.max(leastRestMs, (Date.now() - asked) * rest, hallRestMs * (0.5 + Math.random()));
  }
  if (whole) await inTurn(() => dropOlder(slug));
  if (whole) await inTurn(dropOld);
}

/** The larger the hall, the longer every phone of it rests. */
async function restOfHall(slug: string) {
  const answer = await fetch(`/live/e/${slug}/keeper`, { cache: "no-store" }).catch(() => null);
  return Number(answer?.headers.get(restHeader)) || 0;
}

async function isFresh(slug: string, path: string, olderThanMs: number) {
  const page = await look(eventShelf(slug), path);
  return page !== undefined && age(page) < olderThanMs;
}

/** Answers whether it is worth going on: not on a dead network, nor against a server that has enough to do. */
async function fetchPage(path: string, began: number) {
  try {
    const answer = await fetch(path, { redirect: "manual", cache: "no-store", priority: "low" });
    if (answer.status === 429 || answer.status >= 500) return false;
    await keepPage(path, answer, began);
    return true;
  } catch {
    return false;
  }
}
