import type { Scope } from "@/lib/db/enter";
import type { OrgScope } from "@/lib/db/enter-org";

/**
 * Writes to the audit of the entered event, in the caller's transaction, what is no change of the event: that somebody
 * looked at what is sealed, took an export. `object` is a topic, a member, or anything else that has an id; `digest` the
 * sha256 (hex) of something that is kept elsewhere. Recorded changes are audited by themselves.
 */
export async function audit(scope: Scope, action: string, object: string | null = null, digest: string | null = null) {
  const [eventId, memberId] = [scope.event.id, scope.member?.id ?? null];
  await scope.tx.$executeRaw`select write_audit(${eventId}::uuid, null,
    (select user_id from member where event_id = ${eventId}::uuid and id = ${memberId}::uuid),
    ${action}, ${object}::uuid, ${digest})`;
}

/** The same of an org. */
export async function auditInOrg(
  scope: OrgScope,
  action: string,
  object: string | null = null,
  digest: string | null = null,
) {
  const { tx, org, member } = scope;
  await tx.$executeRaw`select write_audit(null, ${org.id}::uuid, ${member.userId}::uuid, ${action}, ${object}::uuid, ${digest})`;
}
