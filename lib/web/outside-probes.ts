import "server-only";
import { channelOf } from "@/lib/live/channel";
import type { WhatToTry } from "@/lib/outsider/queries";
import type { Group } from "@/lib/outsider/rules";
import type { Question } from "@/lib/web/outside-asker";
import { addressesFor, builtPatterns, type Filling } from "@/lib/web/outside-routes";

/** One address, in every way it can be asked for: of the event, and of one that does not exist. */
export type Probe = { group: Group; what: string; pairs: { real: Question; none: Question }[] };
type Place = { slug: string; id: string };

/** Everything that can be asked of an event from outside. `none`: an event that does not exist. */
export async function probesOf(real: Place, none: Place, what: WhatToTry) {
  const patterns = await builtPatterns();
  const fill = ({ slug, id }: Place): Filling => ({
    slug,
    topic: id === real.id ? (what.topic?.id ?? id) : id,
    entry: id === real.id ? (what.entry?.id ?? id) : id,
    day: what.day,
    // nobody outside holds the secret of a link: somebody who guesses does not either
    key: "0".repeat(43),
    code: id === real.id ? what.joinCode : "AAAAAA",
  });
  const { tries, untried } = addressesFor(patterns, fill(real));
  const nowhere = addressesFor(patterns, fill(none)).tries;
  const pages = tries.map(({ group, what, path }, at): Probe => {
    const twins = waysOf(nowhere[at]?.path ?? path);
    return { group, what, pairs: waysOf(path).map((way, n) => ({ real: way, none: twins[n] as Question })) };
  });
  return { probes: [...pages, ...liveProbes(real, none), ...listProbes(real, none)], untried };
}

/** As a page, as the data of a page, and ahead of a visit. */
function waysOf(path: string): Question[] {
  const data = { rsc: "1" };
  const ahead = { ...data, "next-router-prefetch": "1" };
  return [
    { path, headers: { accept: "text/html" } },
    { path: `${path}?_rsc=0`, headers: data },
    { path: `${path}?_rsc=0`, headers: ahead },
  ];
}

type Asking = (place: Place) => Question;

const probe = (group: Group, what: string, real: Place, none: Place, ...asking: Asking[]): Probe => ({
  group,
  what,
  pairs: asking.map((ask) => ({ real: ask(real), none: ask(none) })),
});

function liveProbes(real: Place, none: Place): Probe[] {
  const get = (what: string, query = "") =>
    probe("live", `/live/e/[slug]/${what}`, real, none, ({ slug }) => ({ path: `/live/e/${slug}/${what}${query}` }));
  const channel = (audience: "hall" | "crew") =>
    probe("live", `channel ${audience}`, real, none, ({ slug, id }) => ({
      path: "/live/auth",
      method: "POST",
      body: JSON.stringify({ slug, socketId: "1.1", channels: [channelOf(id, audience)] }),
    }));
  const where = probe("live", "/live/socket", real, none, ({ slug }) => ({ path: `/live/socket?slug=${slug}` }));
  const wall = probe("live", "/live/e/[slug]/board (wall)", real, none, ({ slug }) => ({
    path: `/live/e/${slug}/board?wall=${"0".repeat(43)}`,
  }));
  return [get("board"), get("me"), get("keeper"), where, channel("hall"), channel("crew"), wall];
}

/** Places that are everybody's, in which the event could be named. */
function listProbes(real: Place, none: Place): Probe[] {
  const list = (what: string, ask: Asking) => probe("lists", what, real, none, ask);
  return [
    list("/", () => ({ path: "/" })),
    list("/sign-in", ({ slug }) => ({ path: `/sign-in?next=/e/${slug}` })),
    list("/sitemap.xml", () => ({ path: "/sitemap.xml" })),
    list("/robots.txt", () => ({ path: "/robots.txt" })),
    list("/manifest.webmanifest", () => ({ path: "/manifest.webmanifest" })),
  ];
}
