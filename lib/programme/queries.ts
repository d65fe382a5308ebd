import { DateTime } from "luxon";
import { z } from "zod";
import type { MemberScope, Scope } from "@/lib/db/perform";
import { query } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { mayPitch } from "@/lib/event/rules";
import { viewTalkInput } from "@/lib/programme/input";
import { nextChange, nowAndNext, underBlocks } from "@/lib/programme/rules";

const nothing = z.undefined();
const people = { speakers: { include: { speaker: true }, orderBy: { position: "asc" } } } as const;
const inOrder = [{ startsAt: "asc" }, { position: "asc" }] as const;

/** What a line of the programme shows. */
export type EntryLine = Awaited<ReturnType<typeof linesOf>>[number];
export type BlockLine = EntryLine & { within: EntryLine[] };

/** What runs and what is next, in the programme and in open space. */
export const viewNow = query({
  atLeast: "visitor",
  input: nothing,
  async run(scope) {
    const at = new Date();
    const lines = await linesOf(scope);
    const { now, next } = nowAndNext(lines, at);
    const current = now.filter(({ id }) => !isBlockOf(now, id));
    const changesAt = nextChange(lines, at)?.toISOString() ?? null;
    const today = DateTime.fromJSDate(at, { zone: scope.event.zone }).toISODate();
    const starred = lines.filter((line) => line.starred).length;
    const soon = new Set([...now, ...next].map(({ id }) => id));
    const later = underBlocks(lines.filter((line) => line.day === next[0]?.day)).filter(
      ({ id, startsAt }) => !soon.has(id) && startsAt !== null && startsAt > at,
    );
    return {
      ...{ ...headOf(scope), mayPitch: mayPitch(scope.event.phase), today, changesAt, days: daysOf(lines), starred },
      ...{ now: current, next, later: later.slice(0, 6) },
    };
  },
});

/** The whole programme, day by day; what has no time comes last. */
export const viewProgramme = query({
  atLeast: "visitor",
  input: nothing,
  async run(scope) {
    const at = new Date();
    const lines = await linesOf(scope);
    const timed = Map.groupBy(
      lines.filter(({ startsAt }) => startsAt !== null),
      ({ day }) => day,
    );
    const days = [...timed].map(([day, entries]) => ({ day, entries: underBlocks(entries) }));
    days.sort((a, b) => a.day.localeCompare(b.day));
    return { ...headOf(scope), at, days, untimed: lines.filter(({ startsAt }) => startsAt === null) };
  },
});

/** One entry with all that is known of it. Refuses with `not-found`. */
export const viewTalk = query({
  atLeast: "visitor",
  input: viewTalkInput,
  async run(scope, { entryId }) {
    const { tx, event } = scope;
    const [line] = await linesOf(scope, { id: entryId });
    if (!line) throw new Refused("not-found");
    const entry = await tx.programmeEntry.findUniqueOrThrow({
      where: { eventId_id: { eventId: event.id, id: entryId } },
      include: people,
    });
    const speakers = entry.speakers.map(({ speaker: { id, name, bio, pronouns, website } }) => ({
      id,
      name,
      bio,
      pronouns,
      website,
    }));
    return { ...headOf(scope), entry: { ...line, abstract: entry.abstract }, speakers };
  },
});

/** The viewer's own stars, day by day. */
export const viewStars = query({
  atLeast: "visitor",
  input: nothing,
  async run(scope) {
    const lines = scope.member ? await linesOf(scope, { stars: { some: { memberId: scope.member.id } } }) : [];
    const days = [...Map.groupBy(lines, ({ day }) => day)].sort(([a], [b]) => a.localeCompare(b));
    const blocks = days.map(([day, entries]) => ({ day, entries: underBlocks(entries) }));
    return { ...headOf(scope), at: new Date(), days: blocks };
  },
});

function headOf({ event, member }: Scope | MemberScope) {
  const { slug, name, place, zone, phase, purgedAt } = event;
  return { event: { slug, name, place, zone, phase, purgedAt }, role: member?.role ?? null };
}

async function linesOf({ tx, member }: Scope, where: object = {}) {
  const entries = await tx.programmeEntry.findMany({ where, include: people, orderBy: [...inOrder] });
  const mine = member ? await tx.star.findMany({ where: { memberId: member.id }, select: { entryId: true } }) : [];
  const starred = new Set(mine.map(({ entryId }) => entryId));
  return entries.map(
    ({ abstract, day, speakers, sourceKey: _key, eventId: _event, position: _position, ...entry }) => ({
      ...entry,
      day: day.toISOString().slice(0, 10),
      speakers: speakers.map(({ speaker }) => speaker.name),
      told: abstract !== "",
      starred: starred.has(entry.id),
    }),
  );
}

const daysOf = (lines: EntryLine[]) => [...new Set(lines.map(({ day }) => day))].sort();

/** While one of its ignites is on stage, the block itself goes without saying. */
function isBlockOf(now: EntryLine[], id: string) {
  return underBlocks(now).some((line) => line.id === id && line.within.length > 0);
}
