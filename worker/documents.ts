import { NetworkFirst } from "serwist";
import { slugOfKeepable, slugOfPath } from "@/lib/offline/rules";
import { forgetting } from "./forget";
import { checkEvent, keepPage, keptAt, keptPage } from "./keeping";
import { offlinePage } from "./offline-page";
import type { Moment } from "./scope";
import { eventShelf } from "./shelves";

type Asked = { request: Request; url: URL; event: Moment };

/** How long a page may take before the kept one is shown, in seconds; shorter while the network is known to be bad. */
const patience = 3.5;
const lessPatience = 1;
const badForMs = 15_000;
let badUntil = 0;
/** The page whose data were refused a moment ago, after all the patience there was. */
let refused: string | null = null;

function seconds(path: string) {
  if (path === refused) return 0.1;
  return Date.now() < badUntil ? lessPatience : patience;
}

/** A page asked for by a browser: from the network, else as it was kept, else the page that says what can be read. */
export async function answerDocument({ request, url, event }: Asked) {
  const slug = slugOfKeepable(url.pathname);
  const began = Date.now();
  const allowed = seconds(url.pathname);
  try {
    const answer = slug
      ? await pages(slug, url, event, allowed).handle({ request, event: event as never })
      : await fetch(request);
    if (answer.headers.has(keptAt) && Date.now() - began >= allowed * 1000) badUntil = Date.now() + badForMs;
    return answer;
  } catch {
    return await offlinePage(url);
  } finally {
    refused = null;
  }
}

function pages(slug: string, { pathname, search }: URL, event: Moment, networkTimeoutSeconds: number) {
  const before = forgetting();
  return new NetworkFirst({
    cacheName: eventShelf(slug),
    networkTimeoutSeconds,
    plugins: [
      {
        fetchDidSucceed: async ({ response }) => {
          // a server that is being restarted is as good as none, for one who has the page
          if (response.status >= 500 && (await keptPage(pathname))) throw new Error(String(response.status));
          if (response.status === 404) event.waitUntil(checkEvent(slug, pathname));
          return response;
        },
        // kept by hand: only once its files are here, and never in the same breath as something is forgotten
        cacheWillUpdate: async ({ response }) => {
          if (search === "") await keepPage(pathname, response, before);
          return null;
        },
        cachedResponseWillBeUsed: () => keptPage(pathname),
      },
    ],
  });
}

/** What Next asks when it goes to another page by itself. A refusal makes it ask for the whole page instead. */
export async function answerData({ request, url }: Asked) {
  if (!(await keptPage(url.pathname))) return await fetch(request);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<Response>((done) => {
    timer = setTimeout(() => {
      badUntil = Date.now() + badForMs;
      refused = url.pathname;
      done(Response.error());
    }, seconds(url.pathname) * 1000);
  });
  return await Promise.race([fetch(request), tooLong]).finally(() => clearTimeout(timer));
}

/** Not every page may be stood in for: a wall reloads itself, and next-auth's addresses are no pages. */
export function isPage({ pathname }: URL) {
  return !/^\/(wall|api|live|apps|_next|sw\.js)(\/|$)/.test(pathname) && !/\.\w+$/.test(pathname);
}

export const isEvent = ({ pathname }: URL) => slugOfPath(pathname) !== null;
