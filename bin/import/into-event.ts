import { randomInt } from "node:crypto";
import type { Event } from "@/generated/prisma/client";
import { enter, type Scope } from "@/lib/db/enter";
import { found, outside } from "@/lib/db/outside";
import { parse } from "@/lib/db/perform";
import { newSignInLink } from "@/lib/db/sign-in-link";
import { Refused } from "@/lib/errors";
import { demoHost } from "@/lib/event/front-door";
import { newJoinCode } from "@/lib/event/rules";
import { NoSuchFolder } from "@/lib/interop/devopsdays/files";
import type { Reading } from "@/lib/interop/devopsdays/read";
import { isZone } from "@/lib/interop/devopsdays/zone";
import { type ImportedProgramme, importProgrammeInput } from "@/lib/programme/input";
import { type Written, writeProgramme } from "@/lib/programme/write-programme";
import { programmeOf, roomsOf } from "./programme";

export type Wishes = {
  slug?: string | undefined;
  zone?: string | undefined;
  rooms?: string | undefined;
  host?: string | undefined;
  ask: ((question: string) => Promise<string>) | null;
};

export type Imported = Written & { slug: string; isNew: boolean; hostId: string | null; signIn: string | null };

/** Writes what was read into its event, which is made when there is none. The operator's machine needs no role. */
export async function importInto(reading: Reading, wishes: Wishes): Promise<Imported> {
  const slug = addressOf(wishes.slug ?? reading.event.slug);
  const host = await hostOf(wishes.host);
  const known = await eventAt(slug, host?.id ?? null);
  const zone = await zoneOf(reading, wishes, known);
  const rooms = roomsOf(wishes.rooms ?? (known || !wishes.ask ? "" : await wishes.ask("Rooms (Aula:200,Attic:12): ")));
  const programme = parse(importProgrammeInput, programmeOf(reading, zone, rooms));
  const write = (scope: Scope) => writeProgramme(scope, programme);
  const written = known
    ? await enter({ slug, userId: host?.id ?? null }, "visitor", write)
    : await found(founding(slug, programme, host), write).catch(taken(slug));
  for (const title of written.kept)
    reading.doubts.push({ file: slug, line: 1, what: `the slot "${title}" is gone, but topics stand in it: kept` });
  const signIn = host && !known ? await newSignInLink(host.email, `/e/${slug}/desk`, 24 * 60) : null;
  // a new event is not also an updated one
  const changed = known ? written.changed : { ...written.changed, updated: 0 };
  return { ...written, changed, slug, isNew: !known, hostId: host?.id ?? null, signIn };
}

function founding(slug: string, { event }: ImportedProgramme, host: { id: string; name: string } | null) {
  const joinCode = newJoinCode(() => randomInt(2 ** 32) / 2 ** 32);
  return {
    ...event,
    slug,
    joinCode,
    userId: host?.id ?? null,
    hostName: host?.name ?? "",
    visibility: "public" as const,
  };
}

const taken = (slug: string) => (error: unknown) => {
  if (!/23505|event_slug_key/.test(String(error))) throw error;
  throw new NoSuchFolder(
    `${slug} is an event that is not yours to import: name its host with --host, or another --slug.`,
  );
};

const addressOf = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);

async function eventAt(slug: string, userId: string | null): Promise<Event | null> {
  try {
    return await enter({ slug, userId }, "visitor", async ({ event }) => event);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** The account of the host's address, made when it is new; else the made-up day's host, if there is one. */
async function hostOf(email: string | undefined) {
  const address = (email ?? demoHost.email).toLowerCase();
  const user = await outside(async (tx) => {
    const known = await tx.user.findUnique({ where: { email: address } });
    return known ?? (email ? tx.user.create({ data: { email: address } }) : null);
  });
  return user && { id: user.id, email: address, name: user.name ?? address.split("@")[0] ?? address };
}

/** The zone that was given, else the event's own, else what the files point to, confirmed where somebody can answer. */
async function zoneOf(reading: Reading, wishes: Wishes, known: Event | null) {
  if (wishes.zone) return checked(wishes.zone);
  const { zone: proposal, at } = reading;
  const guess = known?.zone ?? proposal?.zone ?? "Etc/UTC";
  const why = known ? "like the event" : (proposal?.why ?? "nothing points to another");
  const answer = wishes.ask && !known ? await wishes.ask(`Time zone [${guess}, ${why}]: `) : null;
  if (answer) return checked(answer);
  if (answer === null)
    reading.doubts.push({ ...at, what: `no time zone is written: taken as ${guess}, ${why}; --zone settles it` });
  return guess;
}

function checked(zone: string) {
  if (isZone(zone)) return zone;
  throw new NoSuchFolder(`${zone} is no time zone; they look like Europe/Brussels or America/Chicago.`);
}
