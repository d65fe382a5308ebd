import { randomBytes } from "node:crypto";
import { enterOrg, type OrgCaller, type OrgRole } from "@/lib/db/enter-org";
import { performOutside } from "@/lib/db/outside";
import { createOrg } from "@/lib/org/commands/create-org";
import { aUser } from "@/tests/support/an-event";

/** Somebody of a test who certainly has an account. */
export type OrgPerson = OrgCaller & { userId: string; email: string };

export const anAddress = (domain = "harbour.example") => `p-${randomBytes(6).toString("hex")}@${domain}`;

/** A fresh company for one test, with one owner. */
export async function anOrg(name = "Harbour Works") {
  const email = anAddress();
  const userId = await aUser(email);
  const org = await performOutside(createOrg, userId, { name, ownerName: "Olga Owner" });
  const owner: OrgPerson = { org, userId, email };
  const id = await enterOrg(owner, "owner", async (scope) => scope.org.id);
  const stranger = async (email = anAddress()): Promise<OrgPerson> => ({ org, userId: await aUser(email), email });
  return {
    id,
    slug: org,
    owner,
    /** Somebody new who is a member with that role. */
    as: async (role: OrgRole = "member", name = `Some ${role}`, email = anAddress()) => {
      const person = await stranger(email);
      const data = { orgId: id, userId: person.userId, role, name };
      const member = await enterOrg(owner, "owner", ({ tx }) => tx.orgMember.create({ data }));
      return { ...person, memberId: member.id };
    },
    /** Somebody who is signed in, with a confirmed address, and no member. */
    asStranger: stranger,
  };
}
