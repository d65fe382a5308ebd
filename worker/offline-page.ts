import de from "@/messages/de/offline.json";
import en from "@/messages/en/offline.json";
import es from "@/messages/es/offline.json";
import fr from "@/messages/fr/offline.json";
import nl from "@/messages/nl/offline.json";
import { keptAt, keptHeading, keptPage } from "./keeping";
import { style } from "./offline-style";
import { scope } from "./scope";
import { allFacts, type Facts, keptPaths } from "./shelves";

const languages: Record<string, typeof en> = { en, fr, nl, de, es };
type Look = { lang: string; theme: string; words: typeof en };

/** What is shown instead of a page that was never visited: in the person's language, with all that can be read. */
export async function offlinePage({ pathname }: URL) {
  const kept = await allFacts();
  const look = lookOf(kept.find(({ slug }) => pathname.startsWith(`/e/${slug}`)) ?? kept[0]);
  const lists = await Promise.all(kept.map((facts) => listOf(facts, look)));
  const nonce = crypto.randomUUID();
  const own = `'nonce-${nonce}'`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": `default-src 'none'; style-src ${own}; script-src ${own}; base-uri 'none'; frame-ancestors 'none'`,
  };
  return new Response(document(look, lists.join(""), nonce), { status: 503, headers });
}

/** As the kept pages look and speak; without any, as the browser does. */
function lookOf(facts: Facts | undefined): Look {
  const lang = facts?.lang ?? scope.navigator.language.slice(0, 2);
  return { lang, theme: facts?.theme ?? "system", words: languages[lang] ?? en };
}

function document({ lang, theme, words }: Look, lists: string, nonce: string) {
  const rest = lists ? `<h2>${words.canRead}</h2>${lists}` : `<p>${words.nothing}</p>`;
  return `<!doctype html><html lang="${lang}" data-theme="${theme}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${words.title} · Twofeet</title><style nonce="${nonce}">${style}</style></head><body><main>
<div class="vacant"><h1>${words.title}</h1><p>${words.help}</p><a class="button" href="">${words.retry}</a></div>${rest}
</main><script nonce="${nonce}">addEventListener("online",()=>location.reload())</script></body></html>`;
}

const places = ["", "/programme", "/topics", "/board", "/me", "/stars", "/topics/pitch"] as const;
const names = ["now", "programme", "topics", "board", "me", "stars", "pitch"] as const;

type Line = { path: string; words: string; when: string };

/** The pages of one event that are here: its places in their order, then what else was looked at. */
async function listOf({ slug, name }: Facts, look: Look) {
  const paths = await keptPaths(slug);
  const known = places.map((place) => `/e/${slug}${place}`);
  const wanted = [...known.filter((path) => paths.includes(path)), ...paths.filter((path) => !known.includes(path))];
  const found = await Promise.all(wanted.map((path) => lineOf(path, names[known.indexOf(path)], look)));
  const lines = found.flatMap((line) => line ?? []);
  // said once for all that came together
  const [{ when = "" } = {}] = lines;
  const items = lines.map((line) => item(line.when === when ? { ...line, when: "" } : line));
  return `<section><h3>${escaped(name)}<small>${when}</small></h3><ul>${items.join("")}</ul></section>`;
}

async function lineOf(path: string, name: (typeof names)[number] | undefined, look: Look): Promise<Line | null> {
  const page = await keptPage(path);
  if (!page) return null;
  const words = name ? look.words[name] : decodeURIComponent(page.headers.get(keptHeading) ?? "");
  const when = look.words.asOf.replace("{time}", time(new Date(page.headers.get(keptAt) ?? 0), look.lang));
  return { path, words, when };
}

function item({ path, words, when }: Line) {
  return `<li><a href="${path}"><span>${escaped(words)}</span><small>${when}</small></a></li>`;
}

/** The hour, with its day when that is not today. */
function time(at: Date, lang: string) {
  const isToday = at.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: "numeric", month: "short" } as const);
  return new Intl.DateTimeFormat(lang, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => marks[mark] ?? mark);
