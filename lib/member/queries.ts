import { z } from "zod";
import { query } from "@/lib/db/perform";

const most = 2_000;

export type ListedPerson = { id: string; name: string; role: string; joinedAt: Date; isMe: boolean };

/** Who is in the event and who was shown out, by name, for its hosts; no addresses. */
export const viewPeople = query({
  atLeast: "host",
  input: z.undefined(),
  async run({ tx, event, member }) {
    const select = { id: true, name: true, role: true, joinedAt: true } as const;
    const orderBy = [{ role: "desc" }, { name: "asc" }, { id: "asc" }] as const;
    const rows = await tx.member.findMany({
      where: { userId: { not: null } },
      select,
      orderBy: [...orderBy],
      take: most,
    });
    const removals = await tx.removal.findMany({
      select: { memberId: true, removedAt: true, member: { select: { name: true } } },
      orderBy: { removedAt: "desc" },
    });
    return {
      event: { slug: event.slug, name: event.name, zone: event.zone, visibility: event.visibility },
      people: rows.map((row): ListedPerson => ({ ...row, isMe: row.id === member.id })),
      removed: removals.map(({ memberId, removedAt, member }) => ({ id: memberId, name: member.name, removedAt })),
    };
  },
});
