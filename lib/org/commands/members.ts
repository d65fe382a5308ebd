import { type OrgScope, orgCommand } from "@/lib/db/enter-org";
import { Refused } from "@/lib/errors";
import { orgPersonInput, orgRoleInput, orgUserInput } from "@/lib/org/input";

/** Makes somebody an owner, or no owner any more. Refuses with `not-found` and `last-owner`. */
export const setOrgRole = orgCommand({
  atLeast: "owner",
  input: orgRoleInput,
  async run(scope, { id, role }) {
    await scope.oneAtATime("member");
    const person = await personOf(scope, id);
    if (person.role === role) return;
    if (person.role === "owner") await keepAnOwner(scope);
    await scope.tx.orgMember.update({ where: { orgId_id: { orgId: scope.org.id, id } }, data: { role } });
    scope.record("member.role-set", id);
  },
});

/**
 * Shows somebody out of the company and out of all its events, at once and on all their devices; no invitation lets
 * them in again. Refuses with `not-found` and `last-owner`.
 */
export const removeFromOrg = orgCommand({
  atLeast: "owner",
  input: orgPersonInput,
  async run(scope, { id }) {
    await scope.oneAtATime("member");
    const person = await personOf(scope, id);
    if (person.role === "owner") await keepAnOwner(scope);
    await scope.tx.$executeRaw`select show_out_of_org(${id}::uuid)`;
    scope.record("member.removed", id);
  },
});

/** Lets invitations open the org to somebody again who was shown out of it. Refuses with `not-found`. */
export const forgiveRemoval = orgCommand({
  atLeast: "owner",
  input: orgUserInput,
  async run({ tx, record }, { userId }) {
    const { count } = await tx.orgRemoval.deleteMany({ where: { userId } });
    if (count === 0) throw new Refused("not-found");
    record("member.forgiven");
  },
});

async function personOf({ tx, org }: OrgScope, id: string) {
  const person = await tx.orgMember.findUnique({ where: { orgId_id: { orgId: org.id, id } } });
  if (!person) throw new Refused("not-found");
  return person;
}

/** A company without an owner could not be put right by anybody. */
async function keepAnOwner({ tx }: OrgScope) {
  if ((await tx.orgMember.count({ where: { role: "owner" } })) < 2) throw new Refused("last-owner");
}
