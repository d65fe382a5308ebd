import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { type Caller, perform } from "@/lib/db/perform";
import { callOutsiders, dismissOutsiders, keepOutsideLook, showOutsiderOut } from "@/lib/outsider/commands";
import { viewWhatToTry, type WhatToTry } from "@/lib/outsider/queries";
import {
  essence,
  type OutsideReport,
  type Outsider,
  outsiders,
  type Reach,
  reachOf,
  rowOf,
} from "@/lib/outsider/rules";
import { look } from "@/lib/web/look";
import { asker, eachOf } from "@/lib/web/outside-asker";
import { type Probe, probesOf } from "@/lib/web/outside-probes";

/**
 * Looks at an event as a stranger, a member of another company, one who was removed and an ordinary participant, by
 * really asking this server for every address, channel and feed, with sessions that end with it. Keeps what they
 * reached for the host. Whoever is no host finds nothing.
 */
export async function lookFromOutside(caller: Caller) {
  const what = await look(viewWhatToTry, caller.slug, undefined);
  const people = await perform(callOutsiders, caller, {});
  try {
    const [, removed] = people;
    // they were in: whatever the server remembers of that must not let them in again
    await asker(removed?.token ?? null)({ path: `/live/e/${caller.slug}/board` });
    if (removed) await perform(showOutsiderOut, caller, { userId: removed.userId });
    const report = await reportOf(caller.slug, what, [null, ...people.map(({ token }) => token)]);
    await perform(keepOutsideLook, caller, report);
  } finally {
    await perform(dismissOutsiders, caller, {});
  }
}

/** `tokens`: the session of each of the four, in their order. */
async function reportOf(slug: string, what: WhatToTry, tokens: (string | null)[]): Promise<OutsideReport> {
  const [real, none] = [
    { slug, id: what.id },
    { slug: randomBytes(8).toString("hex"), id: randomUUID() },
  ];
  const { probes, untried } = await probesOf(real, none, what);
  const asked = [slug, none.slug, what.id, none.id, what.joinCode, "AAAAAA", what.topic?.id, what.entry?.id];
  const telling = [what.name, what.topic?.title, what.entry?.title, what.rooms[0]?.name];
  const [words, names] = [asked, telling].map((all) => all.filter((text) => text !== undefined)) as [
    string[],
    string[],
  ];
  const reaches: Reach[][][] = [];
  for (const [at, who] of outsiders.entries()) {
    const looker = { ask: asker(tokens[at] ?? null), words, names, isInside: who === "participant" };
    reaches.push(await eachOf(probes, (probe) => reachesOf(looker, probe)));
  }
  const rows = probes.map(({ group, what }, at) => rowOf(group, what, foundBy(reaches.map((of) => of[at] ?? []))));
  const pairs = probes.reduce((sum, probe) => sum + probe.pairs.length, 0);
  return { asked: pairs * 2 * outsiders.length, rows, untried };
}

const foundBy = (each: Reach[][]) =>
  Object.fromEntries(outsiders.map((who, at) => [who, each[at] ?? []])) as Record<Outsider, Reach[]>;

type Looker = { ask: ReturnType<typeof asker>; words: string[]; names: string[]; isInside: boolean };

/** A difference that chance made, in how a page was put together, is not there the next time. */
const tries = 3;

async function reachesOf({ ask, words, names, isInside }: Looker, { pairs }: Probe) {
  const found: Reach[] = [];
  for (const { real, none } of pairs) {
    let reach: Reach = "betrayed";
    for (let tried = 0; tried < tries && reach === "betrayed"; tried++) {
      const [said, empty] = [essence(await ask(real), words), essence(await ask(none), words)];
      reach = reachOf(said, empty, names, isInside);
    }
    found.push(reach);
  }
  return found;
}
