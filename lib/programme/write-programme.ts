import type { Scope } from "@/lib/db/enter";
import type { ImportedProgramme } from "@/lib/programme/input";
import { difference } from "@/lib/programme/rules";

export type Changed = { added: number; updated: number; removed: number };

/** What an import did; `kept` are slots that it no longer tells, but in which topics stand. */
export type Written = { changed: Changed; kept: string[] };

/** Makes the programme what the import tells; a second time it changes nothing. */
export async function writeProgramme(scope: Scope, input: ImportedProgramme): Promise<Written> {
  await scope.oneAtATime("board");
  const counts = [await writeEvent(scope, input), await writeRooms(scope, input), await writeSpeakers(scope, input)];
  const { count: entries, ids } = await writeEntries(scope, input);
  const slots = await writeSlots(scope, input);
  const links = await writeLinks(scope, input, ids);
  const removed = await dropSpeakers(scope, input);
  const changed = [...counts, entries, slots.count, removed].reduce(sum);
  if (changed.added + changed.updated + changed.removed + links > 0) scope.record("programme.imported");
  return { changed, kept: slots.kept };
}

const none: Changed = { added: 0, updated: 0, removed: 0 };
const sum = (a: Changed, b: Changed): Changed => ({
  added: a.added + b.added,
  updated: a.updated + b.updated,
  removed: a.removed + b.removed,
});

async function writeEvent({ tx, event }: Scope, { event: told }: ImportedProgramme): Promise<Changed> {
  const wanted = { ...told, startsOn: new Date(told.startsOn), endsOn: new Date(told.endsOn) };
  const { updated } = difference([event], [wanted], { is: () => "", wanted: () => "" });
  if (updated.length > 0) await tx.event.update({ where: { id: event.id }, data: wanted });
  return { ...none, updated: updated.length };
}

/** Rooms belong to the host: an import adds them and corrects their size, and takes none away. */
async function writeRooms({ tx, event }: Scope, { rooms }: ImportedProgramme): Promise<Changed> {
  const is = await tx.room.findMany();
  const { added, updated } = difference(is, rooms, { is: ({ name }) => name, wanted: ({ name }) => name });
  await tx.room.createMany({
    data: added.map((room, at) => ({ ...room, eventId: event.id, position: is.length + at })),
  });
  for (const { was, row } of updated)
    await tx.room.update({ where: { eventId_id: { eventId: event.id, id: was.id } }, data: row });
  return { added: added.length, updated: updated.length, removed: 0 };
}

async function writeSpeakers({ tx, event }: Scope, { speakers }: ImportedProgramme): Promise<Changed> {
  const is = await tx.speaker.findMany();
  const { added, updated } = difference(is, speakers, { is: ({ slug }) => slug, wanted: ({ slug }) => slug });
  await tx.speaker.createMany({ data: added.map((row) => ({ ...row, eventId: event.id })) });
  for (const { was, row } of updated)
    await tx.speaker.update({ where: { eventId_id: { eventId: event.id, id: was.id } }, data: row });
  return { added: added.length, updated: updated.length, removed: 0 };
}

/** Speakers that the import does not tell and no entry names. */
async function dropSpeakers({ tx }: Scope, { speakers }: ImportedProgramme): Promise<Changed> {
  const slug = { notIn: speakers.map((speaker) => speaker.slug) };
  const { count } = await tx.speaker.deleteMany({ where: { slug, entries: { none: {} } } });
  return { ...none, removed: count };
}

const own = (source: string, sourceKey: string | null) => (sourceKey?.startsWith(`${source}:`) ? sourceKey : null);

async function writeEntries({ tx, event }: Scope, { source, entries }: ImportedProgramme) {
  const wanted = entries.map(({ key, speakers: _, day, startsAt, endsAt, ...entry }, position) => ({
    ...entry,
    position,
    sourceKey: `${source}:${key}`,
    day: new Date(day),
    startsAt: startsAt ? new Date(startsAt) : null,
    endsAt: endsAt ? new Date(endsAt) : null,
  }));
  const is = await tx.programmeEntry.findMany();
  const { added, updated, removed } = difference(is, wanted, {
    is: ({ sourceKey }) => own(source, sourceKey),
    wanted: ({ sourceKey }) => sourceKey,
  });
  await tx.programmeEntry.deleteMany({ where: { id: { in: removed.map(({ id }) => id) } } });
  for (const { was, row } of updated)
    await tx.programmeEntry.update({ where: { eventId_id: { eventId: event.id, id: was.id } }, data: row });
  await tx.programmeEntry.createMany({ data: added.map((row) => ({ ...row, eventId: event.id })) });
  const now = await tx.programmeEntry.findMany({ select: { id: true, sourceKey: true } });
  const ids = new Map(now.flatMap(({ id, sourceKey }) => (sourceKey ? [[sourceKey, id] as const] : [])));
  return { count: { added: added.length, updated: updated.length, removed: removed.length }, ids };
}

async function writeSlots({ tx, event }: Scope, { source, slots }: ImportedProgramme) {
  const wanted = slots.map(({ key, title, startsAt, endsAt }) => ({
    title,
    sourceKey: `${source}:${key}`,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }));
  const is = await tx.slot.findMany({ include: { _count: { select: { placed: true } } } });
  const { added, updated, removed } = difference(is, wanted, {
    is: ({ sourceKey }) => own(source, sourceKey),
    wanted: ({ sourceKey }) => sourceKey,
  });
  const vacant = removed.filter(({ _count }) => _count.placed === 0);
  await tx.slot.deleteMany({ where: { id: { in: vacant.map(({ id }) => id) } } });
  for (const { was, row } of updated)
    await tx.slot.update({ where: { eventId_id: { eventId: event.id, id: was.id } }, data: row });
  await tx.slot.createMany({ data: added.map((row) => ({ ...row, eventId: event.id })) });
  const kept = removed.filter((slot) => !vacant.includes(slot)).map(({ title }) => title ?? "");
  return { count: { added: added.length, updated: updated.length, removed: vacant.length }, kept };
}

/** Who speaks in what, in which order. */
async function writeLinks({ tx, event }: Scope, { source, entries }: ImportedProgramme, ids: Map<string, string>) {
  const speakers = new Map((await tx.speaker.findMany()).map(({ slug, id }) => [slug, id]));
  const wanted = entries.flatMap(({ key, speakers: slugs }) =>
    slugs.flatMap((slug, position) => {
      const [entryId, speakerId] = [ids.get(`${source}:${key}`), speakers.get(slug)];
      return entryId && speakerId ? [{ entryId, speakerId, position }] : [];
    }),
  );
  const told = new Set(wanted.map(({ entryId }) => entryId));
  const is = (await tx.entrySpeaker.findMany()).filter(
    ({ entryId }) => told.has(entryId) || [...ids.values()].includes(entryId),
  );
  const link = ({ entryId, speakerId }: { entryId: string; speakerId: string }) => `${entryId} ${speakerId}`;
  const { added, updated, removed } = difference(is, wanted, { is: link, wanted: link });
  for (const { entryId, speakerId } of [...removed, ...updated.map(({ was }) => was)])
    await tx.entrySpeaker.deleteMany({ where: { entryId, speakerId } });
  const rows = [...added, ...updated.map(({ row }) => row)];
  await tx.entrySpeaker.createMany({ data: rows.map((row) => ({ ...row, eventId: event.id })) });
  return rows.length + removed.length;
}
