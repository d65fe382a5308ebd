import { eventName, type Keeper, permission, readPermission } from "@/lib/offline/rules";

/** A page as it came: its text, for whom it may be kept (null: for nobody), how it looks and what it is of. */
export type Page = { html: string; keeper: Keeper | null; lang: string; theme: string; event: string; heading: string };

/** Only what stands in the head counts: no text of a person gets there. */
export function readPage(html: string): Page {
  const head = html.slice(0, Math.max(0, html.indexOf("</head>")));
  const root = /<html\b[^>]*>/.exec(head)?.[0] ?? "";
  return {
    html,
    keeper: readPermission(meta(head, permission)),
    lang: attribute(root, "lang") ?? "en",
    theme: attribute(root, "data-theme") ?? "system",
    event: plain(meta(head, eventName) ?? ""),
    heading: plain(/<h1\b[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ""),
  };
}

const meta = (head: string, name: string) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(head)?.[1];
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function plain(html: string) {
  const text = html.replaceAll(/<[^>]*>/g, "");
  return text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole).trim();
}
