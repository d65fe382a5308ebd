import type { Event } from "@/generated/prisma/client";
import { prisma, type Tx } from "@/lib/db/client";
import { isKey, linkKey } from "@/lib/db/link-key";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { type Role, type Standing, standsAtLeast } from "@/lib/member/rules";

/** Who asks for which event. `wallKey` is the secret of a projector's link. */
export type Caller = { slug: string; userId: string | null; wallKey?: string };

export type Scope = {
  tx: Tx;
  event: Event;
  member: { id: string; role: Role } | null;
  /** Entered by the secret of the wall's link: a projector, and nobody. */
  isWall: boolean;
  /** Announces a change of the subject; written with the transaction, or not at all. */
  record: (kind: string, subjectId?: string | null) => void;
  /** One holder of this lock at a time, in this event, until the transaction ends. */
  oneAtATime: (what: "board" | "ballot" | "member" | "question" | `note ${string}`) => Promise<void>;
};

/**
 * How an entry stands to others into the same event: writes go `together`, so that what they go by (phase, budget,
 * rooms, who is a member) holds until they commit; what changes that goes `alone`. A look waits for nobody.
 */
export type Company = "looking" | "together" | "alone";

type Admitted = { id: string; member_id: string | null; role: Role | null };

/**
 * The only way in. One transaction, inside which PostgreSQL shows exactly one event, and only if the caller
 * may know of it. Changes recorded by `work` move the event clock once, at the end.
 * Refuses with `not-found` and `forbidden`.
 */
export async function enter<T>(
  caller: Caller,
  least: Standing,
  work: (scope: Scope) => Promise<T>,
  company: Company = "looking",
) {
  // PostgreSQL knows no text with a NUL in it, so no event has such an address
  if (typeof caller.slug !== "string" || caller.slug.includes("\0")) throw new Refused("not-found");
  return prisma().$transaction(async (tx) => {
    await waitFor(tx, caller.slug, company);
    const wall = caller.wallKey !== undefined;
    const [admitted] = await tx.$queryRaw<Admitted[]>`
      select id, member_id, role::text from enter_event(${caller.slug}, ${caller.userId}::uuid, ${wall})`;
    if (!admitted) throw new Refused("not-found");
    const event = await tx.event.findUniqueOrThrow({ where: { id: admitted.id } });
    if (caller.wallKey !== undefined && !isKey(wallKey(event), caller.wallKey)) throw new Refused("not-found");
    if (!standsAtLeast(least, admitted.role)) throw new Refused("forbidden");

    const member = admitted.member_id && admitted.role ? { id: admitted.member_id, role: admitted.role } : null;
    return within(tx, event, member, work, wall);
  });
}

/** By its address, which never changes: whatever is read of the event afterwards is as the last one left it. */
async function waitFor(tx: Tx, slug: string, company: Company) {
  const key = `event ${slug}`;
  if (company === "together") await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`;
  if (company === "alone") await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** Runs `work` inside an event that this transaction has entered, then writes what it recorded. */
export async function within<T>(
  tx: Tx,
  event: Event,
  member: Scope["member"],
  work: (scope: Scope) => Promise<T>,
  isWall = false,
) {
  const changes: { kind: string; subjectId: string | null }[] = [];
  const value = await work({
    tx,
    event,
    member,
    isWall,
    record: (kind, subjectId = null) => changes.push({ kind, subjectId }),
    oneAtATime: async (what) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${event.id + what}, 0))`;
    },
  });
  if (changes.length > 0)
    await tx.$executeRaw`select commit_changes(
      ${changes.map((change) => change.kind)}::text[], ${changes.map((change) => change.subjectId)}::uuid[],
      ${member?.id ?? null}::uuid)`;
  return value;
}

export const wallKey = (of: Pick<Event, "id" | "wallEpoch">) =>
  linkKey(env().TWOFEET_SECRET, "wall", of.id, of.wallEpoch);
export const crewKey = (of: Pick<Event, "id" | "crewEpoch">) =>
  linkKey(env().TWOFEET_SECRET, "crew", of.id, of.crewEpoch);
export const isCrewKey = (event: Event, key: string) => isKey(crewKey(event), key);
