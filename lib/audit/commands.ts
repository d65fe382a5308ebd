import { z } from "zod";
import { type Copied, copyOf } from "@/lib/audit/copy";
import { allLines } from "@/lib/audit/read";
import { mostCopied } from "@/lib/audit/rules";
import { audit, auditInOrg } from "@/lib/audit/write";
import { orgCommand } from "@/lib/db/enter-org";
import { command } from "@/lib/db/perform";

const nothing = z.strictObject({});

/**
 * A copy of the event's audit to take along: it says on every line whose copy it is, and that it was taken is audited
 * with its digest, so that a copy that turns up somewhere can be told from one that was changed.
 */
export const copyAudit = command({
  atLeast: "host",
  input: nothing,
  async run(scope): Promise<Copied> {
    const { tx, event, member } = scope;
    const where = { eventId_id: { eventId: event.id, id: member.id } };
    const { name: by } = await tx.member.findUniqueOrThrow({ where, select: { name: true } });
    const copied = copyOf({ of: event.name, by, lines: await allLines(tx, mostCopied) });
    await audit(scope, "audit.copied", copied.copy, copied.digest);
    return copied;
  },
});

/** The same of a company. */
export const copyOrgAudit = orgCommand({
  atLeast: "owner",
  input: nothing,
  async run(scope): Promise<Copied> {
    const { tx, org, member } = scope;
    const where = { orgId_id: { orgId: org.id, id: member.id } };
    const { name: by } = await tx.orgMember.findUniqueOrThrow({ where, select: { name: true } });
    const copied = copyOf({ of: org.name, by, lines: await allLines(tx, mostCopied) });
    await auditInOrg(scope, "audit.copied", copied.copy, copied.digest);
    return copied;
  },
});
