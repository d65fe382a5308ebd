import { buildId } from "./routes";
import type { Visitor } from "./world";

export type Question = { path: string; method?: string; headers?: Record<string, string>; body?: string | FormData };
export type Answer = { status: number; text: string };

/** Every way in which a browser, Next's own client or somebody curious asks for one address. */
export function variantsOf(path: string): Record<string, Question> {
  const [bare = "", search] = path.split("?", 2);
  const query = search ? `?${search}` : "";
  const and = (more: string) => `${path}${search ? "&" : "?"}${more}`;
  const rsc = { rsc: "1" };
  const prefetch = { ...rsc, "next-router-prefetch": "1" };
  return {
    html: { path, headers: { accept: "text/html" } },
    json: { path, headers: { accept: "application/json" } },
    rsc: { path: and("_rsc=1a2b3"), headers: rsc },
    "rsc by address": { path: and("_rsc=1a2b3") },
    ".rsc": { path: `${bare === "/" ? "/index" : bare}.rsc${query}`, headers: rsc },
    prefetch: { path: and("_rsc=1a2b3"), headers: prefetch },
    "segment prefetch": { path: and("_rsc=1a2b3"), headers: { ...prefetch, "next-router-segment-prefetch": "/_tree" } },
    "segment by address": {
      path: `${bare === "/" ? "/index" : bare}.segments/_tree.segment.rsc${query}`,
      headers: prefetch,
    },
    head: { path, method: "HEAD" },
    options: { path, method: "OPTIONS" },
    "page data": { path: `/_next/data/${buildId()}${bare === "/" ? "/index" : bare}.json${query}` },
    image: { path: `/_next/image?url=${encodeURIComponent(path)}&w=640&q=75` },
    post: { path, method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "name=x" },
  };
}

/** Pictures, feeds and exports that may stand below an address some day. */
export const besides = (path: string) =>
  ["opengraph-image", "twitter-image", "feed.xml", "calendar.ics", "export.json", "manifest.webmanifest"].map(
    (name) => `${path.replace(/\/$/, "")}/${name}`,
  );

/** Asks once; follows Next's own redirect from a badly named prefetch, and no other. All that came back is in `text`. */
export async function ask(origin: string, { cookie }: Visitor, question: Question): Promise<Answer> {
  const headers = { origin, ...(cookie && { cookie }), ...question.headers };
  const { method = "GET", body } = question;
  const answer = await fetch(`${origin}${question.path}`, {
    method,
    headers,
    redirect: "manual",
    ...(body && { body }),
  });
  const head = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  const text = `${answer.status} ${answer.statusText}\n${head}\n\n${await answer.text()}`;
  const to = answer.headers.get("location");
  if (!to || !/[?&]_rsc(=|&|$)/.test(to) || to === question.path) return { status: answer.status, text };
  const next = await fetch(new URL(to, origin), { method, headers, redirect: "manual" });
  return { status: next.status, text: `${text}\n${await next.text()}` };
}
