import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { personInput, renameInput, setRoleInput } from "@/lib/member/input";

/** Changes the name under which others see one's topics. */
export const rename = command({
  atLeast: "participant",
  input: renameInput,
  async run({ tx, event, member, record }, { name }) {
    const where = { eventId_id: { eventId: event.id, id: member.id } };
    await tx.member.update({ where, data: { name, nameIsMadeUp: false } });
    record("member.renamed", member.id);
  },
});

/** Gives somebody another standing, at once and on all their devices. Refuses with `not-found` and `last-host`. */
export const setRole = command({
  atLeast: "host",
  input: setRoleInput,
  alone: true,
  async run(scope, { id, role }) {
    const person = await personOf(scope, id);
    if (person.role === role) return;
    if (person.role === "host") await keepAHost(scope);
    await scope.tx.member.update({ where: { eventId_id: { eventId: scope.event.id, id } }, data: { role } });
    await scope.tx.$executeRaw`select pg_notify('sessions', '')`;
    scope.record("member.role-set", id);
  },
});

/**
 * Shows somebody out. What they wrote stays; their page, their sockets and what their phone keeps of the event go, and
 * neither code nor invitation lets them in again. Refuses with `not-found` and `last-host`.
 */
export const removeMember = command({
  atLeast: "host",
  input: personInput,
  alone: true,
  async run(scope, { id }) {
    const person = await personOf(scope, id);
    if (person.role === "host") await keepAHost(scope);
    const { tx, event, member } = scope;
    await tx.$executeRaw`select show_out(${event.id}::uuid, ${person.userId}::uuid, ${member.id}::uuid)`;
  },
});

/** Takes a removal back: the same member as before, as a participant. Refuses with `not-found`. */
export const readmitMember = command({
  atLeast: "host",
  input: personInput,
  alone: true,
  async run({ tx, event, record }, { id }) {
    const removal = await tx.removal.findFirst({ where: { memberId: id } });
    if (!removal) throw new Refused("not-found");
    await tx.removal.deleteMany({ where: { memberId: id } });
    await tx.member.update({ where: { eventId_id: { eventId: event.id, id } }, data: { userId: removal.userId } });
    await tx.$executeRaw`select pg_notify('sessions', '')`;
    record("member.readmitted", id);
  },
});

async function personOf({ tx, event }: MemberScope, id: string) {
  const person = await tx.member.findUnique({ where: { eventId_id: { eventId: event.id, id } } });
  if (!person?.userId) throw new Refused("not-found");
  return person;
}

/** An event without a host would be nobody's. */
async function keepAHost({ tx }: MemberScope) {
  const hosts = await tx.member.count({ where: { role: "host", userId: { not: null } } });
  if (hosts < 2) throw new Refused("last-host");
}
