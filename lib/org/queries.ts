import { z } from "zod";
import { orgQuery } from "@/lib/db/enter-org";
import { outside } from "@/lib/db/outside";
import type { ListedEvent } from "@/lib/event/queries";
import { soughtInput } from "@/lib/member/input";
import type { ListedPerson } from "@/lib/member/queries";
import { mostFound, soughtName } from "@/lib/member/rules";

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

/** The owners of an org, of its members those alone whose name holds what is sought, and who was shown out; no addresses. */
export const viewOrgPeople = orgQuery({
  atLeast: "owner",
  input: soughtInput,
  async run({ tx, org, member }, { sought }) {
    const name = soughtName(sought);
    const found = await tx.$queryRaw<ListedPerson[]>`
      select id, name, role::text, id = ${member.id}::uuid as "isMe" from org_member
       where role = 'owner' or position(${name}::text in lower(name)) > 0
       order by org_member.role desc, name, id limit ${mostFound + 1}`;
    const removed = await tx.orgRemoval.findMany({
      select: { userId: true, name: true, removedAt: true },
      orderBy: { removedAt: "desc" },
    });
    return {
      ...{ slug: org.slug, name: org.name, removed, count: await tx.orgMember.count() },
      ...{ sought: sought ?? "", people: found.slice(0, mostFound), more: found.length > mostFound },
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
