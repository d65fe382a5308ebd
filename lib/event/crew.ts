import { z } from "zod";
import { crewKey, isCrewKey } from "@/lib/db/enter";
import { command, query } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { standsAtLeast } from "@/lib/member/rules";

const crewInput = z.strictObject({ key: z.string().max(64) });

/** The secret of the link that makes facilitators. */
export const viewCrewLink = query({
  atLeast: "host",
  input: z.undefined(),
  run: async ({ event }) => crewKey(event),
});

/** What the link's page shows before anything happens, and the code to join with. Refuses with `not-found`. */
export const viewCrewInvitation = query({
  atLeast: "visitor",
  input: crewInput,
  async run({ event, member }, { key }) {
    if (!isCrewKey(event, key)) throw new Refused("not-found");
    return { name: event.name, joinCode: event.joinCode, role: member?.role ?? null };
  },
});

/** Makes the holder of a valid link a facilitator. Refuses with `not-found`. */
export const joinCrew = command({
  atLeast: "participant",
  input: crewInput,
  async run({ tx, event, member, record }, { key }) {
    if (!isCrewKey(event, key)) throw new Refused("not-found");
    if (standsAtLeast("facilitator", member.role)) return;
    const where = { eventId_id: { eventId: event.id, id: member.id } };
    await tx.member.update({ where, data: { role: "facilitator" } });
    await tx.$executeRaw`select pg_notify('sessions', '')`;
    record("member.appointed", member.id);
  },
});

/** A new link; the old one appoints nobody any more. Facilitators stay. */
export const rotateCrew = command({
  atLeast: "host",
  input: z.strictObject({}),
  async run({ tx, event, record }) {
    await tx.event.update({ where: { id: event.id }, data: { crewEpoch: { increment: 1 } } });
    record("crew.rotated");
  },
});
