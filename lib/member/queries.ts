import { query } from "@/lib/db/perform";
import { soughtInput } from "@/lib/member/input";
import { mostFound, soughtName } from "@/lib/member/rules";

export type ListedPerson = { id: string; name: string; role: string; isMe: boolean };

/**
 * The crew of an event, and of all others those alone whose name holds what is sought: nobody reads a list of who came.
 * With whoever was shown out; for its hosts, without addresses.
 */
export const viewPeople = query({
  atLeast: "host",
  input: soughtInput,
  async run({ tx, event, member }, { sought }) {
    const name = soughtName(sought);
    const found = await tx.$queryRaw<ListedPerson[]>`
      select id, name, role::text, id = ${member.id}::uuid as "isMe" from member
       where user_id is not null and (role <> 'participant' or position(${name}::text in lower(name)) > 0)
       order by member.role desc, name, id limit ${mostFound + 1}`;
    const removals = await tx.removal.findMany({
      select: { memberId: true, removedAt: true, member: { select: { name: true } } },
      orderBy: { removedAt: "desc" },
    });
    return {
      event: { slug: event.slug, name: event.name, zone: event.zone, visibility: event.visibility },
      ...{ sought: sought ?? "", people: found.slice(0, mostFound), more: found.length > mostFound },
      count: await tx.member.count({ where: { userId: { not: null } } }),
      removed: removals.map(({ memberId, removedAt, member }) => ({ id: memberId, name: member.name, removedAt })),
    };
  },
});
