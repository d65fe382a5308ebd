import { type Answer, ask, besides, type Question, variantsOf } from "./asking";
import type { Bait } from "./bait";
import type { Place } from "./place";
import { actions, addressesOf, builtRoutes, liveRoutes } from "./routes";
import { findBait } from "./scan";
import type { Visitor } from "./world";

export type Leak = { who: string; how: string; path: string; what: string[] };
export type Asked = { how: string; question: Question };

/** Everything that can be asked about A over http. `own`: the asker's own event, whose pages are asked for A's things too. */
export function questionsAbout(a: Place, own: Place): Asked[] {
  const pages = builtRoutes().flatMap((pattern) => addressesOf(pattern, a, own));
  const more = [
    ...besides(`/e/${a.slug}`),
    ...["", "/topics", "/board", "/programme"].map((page) => `/e/${own.slug}${page}?q=${a.topicId}&topic=${a.topicId}`),
    `/?code=${a.joinCode}`,
    `/sign-in?next=/e/${a.slug}`,
    `/j/${a.joinCode.toLowerCase()}`,
    `/e/${a.slug.toUpperCase()}`,
    `/e/${a.slug}%00`,
    `/e/${a.slug}/%E0%A4%A`,
    `/e/${a.slug}/no-such-page`,
    `//e/${a.slug}`,
    `/wall/${a.slug}/${"0".repeat(a.wallKey.length)}`,
    ...["sitemap.xml", "robots.txt", "feed.xml", ".git/config", "opengraph-image"].map((name) => `/${name}`),
  ];
  const asked = [...pages, ...more].flatMap((path) =>
    Object.entries(variantsOf(path)).map(([how, question]) => ({ how, question })),
  );
  return [...asked, ...live(a), ...calls(a, own)];
}

/** The hot lane, by every method it knows of any route. */
function live(a: Place): Asked[] {
  const bodies: Record<string, object> = {
    dots: { dots: { [a.topicId]: 1 } },
    join: { code: a.joinCode },
    seen: { topicIds: [a.topicId] },
    auth: { slug: a.slug, socketId: "1.1", channels: [`private-e.${a.eventId}.hall`, `private-e.${a.eventId}.crew`] },
  };
  const queries = ["", "?since=0", "?since=0&as=hall", `?wall=${"0".repeat(a.wallKey.length)}`];
  return liveRoutes().flatMap(({ what }) =>
    ["GET", "HEAD", "PUT", "POST", "OPTIONS"].flatMap((method) =>
      [`/live/e/${a.slug}/${what}`, `/live/${what}`].flatMap((path) =>
        (method === "GET" ? [...queries, `?slug=${a.slug}`] : [""]).map((query) => ({
          how: `hot lane, ${method}`,
          question: {
            path: path + query,
            method,
            ...(/^P/.test(method) && { body: JSON.stringify(bodies[what] ?? {}) }),
          },
        })),
      ),
    ),
  );
}

/** Every server action of the build, called for A from a page of A and from one of the asker's own. */
function calls(a: Place, own: Place): Asked[] {
  return actions().flatMap(({ id, name, pages }) => {
    const patterns = pages.filter((page) => page.includes("[slug]")).slice(0, 1);
    const paths = patterns.flatMap((page) => addressesOf(page, a, own)).slice(0, 2);
    return paths.map((path) => {
      const body = new FormData();
      body.set("_1_topicId", a.topicId);
      body.set("_1_entryId", a.entryId);
      body.set("0", JSON.stringify([a.slug, { status: "idle" }, "$K1"]));
      return { how: `action ${name}`, question: { path, method: "POST", headers: { "next-action": id }, body } };
    });
  });
}

/** What changes nothing, whoever asks. */
export const looking = (all: Asked[]) => all.filter(({ question: { method = "GET" } }) => /^(GET|HEAD)$/.test(method));

/** Asks everything as one person. `heard` is told every answer. */
export async function crawl(
  origin: string,
  who: Visitor,
  all: Asked[],
  bait: Bait,
  heard?: (how: string, answer: Answer) => void,
) {
  const leaks: Leak[] = [];
  const waiting = [...all];
  const turn = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { how, question } = next;
      const answer = await ask(origin, who, question);
      heard?.(how, answer);
      const what = findBait(answer.text, bait, known(question)).filter((column) => !who.may?.test(column));
      if (what.length > 0) leaks.push({ who: who.name, how, path: question.path, what });
    }
  };
  await Promise.all([turn(), turn(), turn(), turn()]);
  return leaks;
}

/** What the asker said may come back: the address, and what was sent with it. */
function known({ path, body }: Question) {
  const sent = body instanceof FormData ? [...body.values()].join(" ") : (body ?? "");
  return `${path} ${decode(path)} ${sent}`;
}

function decode(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
