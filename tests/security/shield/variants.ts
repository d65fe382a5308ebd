import type { Asking } from "./said";

export type Variant = { name: string; of: (path: string) => { path: string } & Asking };

const rsc = { rsc: "1" };
const prefetch = { ...rsc, "next-router-prefetch": "1" };
const query = (path: string, more: string) => `${path}${path.includes("?") ? "&" : "?"}${more}`;
const plain = (name: string, asking: Asking): Variant => ({ name, of: (path) => ({ path, ...asking }) });

/** Every way in which a browser, Next's own client or somebody curious asks for one address. */
export const variants: Variant[] = [
  plain("HTML", { headers: { accept: "text/html" } }),
  plain("JSON", { headers: { accept: "application/json" } }),
  plain("a picture", { headers: { accept: "image/*" } }),
  plain("HEAD", { method: "HEAD" }),
  plain("RSC by header", { headers: rsc }),
  plain("prefetch by header", { headers: prefetch }),
  { name: "RSC", of: (path) => ({ path: query(path, "_rsc=1a2b3"), headers: rsc }) },
  { name: "prefetch", of: (path) => ({ path: query(path, "_rsc=1a2b3"), headers: prefetch }) },
  {
    name: "segment prefetch",
    of: (path) => ({
      path: query(path, "_rsc=1a2b3"),
      headers: { ...prefetch, "next-router-segment-prefetch": "/_tree" },
    }),
  },
  { name: ".rsc", of: (path) => ({ path: `${path}.rsc`, headers: rsc }) },
  { name: "another language", of: (path) => ({ path, headers: { "accept-language": "tlh" } }) },
  { name: "a picture below", of: (path) => ({ path: `${path}/opengraph-image` }) },
  { name: "a feed below", of: (path) => ({ path: `${path}/feed.xml` }) },
  { name: "an error", of: (path) => ({ path: `${path}/%ff%zz` }) },
];
