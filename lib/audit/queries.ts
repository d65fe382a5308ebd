import { auditPageInput } from "@/lib/audit/input";
import { pageOf } from "@/lib/audit/read";
import { perPage } from "@/lib/audit/rules";
import { orgQuery } from "@/lib/db/enter-org";
import { query } from "@/lib/db/perform";

/** What was done with power in an event, for its hosts, newest first. `older` is where the next page begins. */
export const viewAudit = query({
  atLeast: "host",
  input: auditPageInput,
  async run({ tx, event, member }, asked) {
    const where = { eventId_id: { eventId: event.id, id: member.id } };
    const { name: me } = await tx.member.findUniqueOrThrow({ where, select: { name: true } });
    const { name, zone, visibility } = event;
    return { name, zone, me, isPrivate: visibility === "private", ...(await pageOf(tx, asked, perPage)) };
  },
});

/** The same of a company, for its owners. What its events do is theirs and not in it. */
export const viewOrgAudit = orgQuery({
  atLeast: "owner",
  input: auditPageInput,
  async run({ tx, org, member }, asked) {
    const where = { orgId_id: { orgId: org.id, id: member.id } };
    const { name: me } = await tx.orgMember.findUniqueOrThrow({ where, select: { name: true } });
    return { name: org.name, zone: "UTC", me, ...(await pageOf(tx, asked, perPage)) };
  },
});
