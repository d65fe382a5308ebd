import { z } from "zod";
import { orgQuery } from "@/lib/db/enter-org";
import { outside } from "@/lib/db/outside";
import type { ListedEvent } from "@/lib/event/queries";

const nothing = z.undefined();

/** What every page of the org shows at its edge, and who looks. */
export const viewOrg = orgQuery({
  atLeast: "member",
  input: nothing,
  async run({ tx, org, member }) {
    const events = await tx.$queryRaw<ListedEvent[]>`
      select slug, name, place, zone, starts_on, ends_on, role::text from events_of_org(${member.userId}::uuid)`;
    const { name } = await tx.orgMember.findUniqueOrThrow({
      where: { orgId_id: { orgId: org.id, id: member.id } },
      select: { name: true },
    });
    return { slug: org.slug, name: org.name, role: member.role, me: name, events };
  },
});

/** Who is in the org and who was shown out, for its owners; no addresses. */
export const viewOrgPeople = orgQuery({
  atLeast: "owner",
  input: nothing,
  async run({ tx, org, member }) {
    const people = await tx.orgMember.findMany({
      select: { id: true, name: true, role: true, joinedAt: true },
      orderBy: [{ role: "desc" }, { name: "asc" }, { id: "asc" }],
      take: 5_000,
    });
    const removed = await tx.orgRemoval.findMany({
      select: { userId: true, name: true, removedAt: true },
      orderBy: { removedAt: "desc" },
    });
    return {
      slug: org.slug,
      name: org.name,
      removed,
      people: people.map((row) => ({ ...row, isMe: row.id === member.id })),
    };
  },
});

export type ListedDomain = { id: string; domain: string; mailbox: string; provedAt: Date | null; admits: boolean };

export const viewDomains = orgQuery({
  atLeast: "owner",
  input: nothing,
  async run({ tx, org }): Promise<{ slug: string; name: string; domains: ListedDomain[] }> {
    const select = { id: true, domain: true, mailbox: true, provedAt: true, admits: true } as const;
    return {
      slug: org.slug,
      name: org.name,
      domains: await tx.orgDomain.findMany({ select, orderBy: { domain: "asc" } }),
    };
  },
});

export type ListedOrg = { slug: string; name: string };

/** The companies one belongs to, and those that one's confirmed address would let one into. */
export function listOrgs(userId: string) {
  return outside(async (tx) => ({
    mine: await tx.$queryRaw<ListedOrg[]>`select slug, name from orgs_for(${userId}::uuid)`,
    open: await tx.$queryRaw<ListedOrg[]>`select slug, name from orgs_open_to(${userId}::uuid)`,
  }));
}
