import { z } from "zod";
import { orgQuery } from "@/lib/db/enter-org";
import { query } from "@/lib/db/perform";
import { stateOf, type Terms } from "@/lib/invitation/rules";

const nothing = z.undefined();
const newest = { madeAt: "desc" } as const;

export type ListedInvitation = ReturnType<typeof listed>;

/** All invitations to the event, newest first; never a token. */
export const viewInvitations = query({
  atLeast: "host",
  input: nothing,
  run: async ({ tx }) => (await tx.invitation.findMany({ orderBy: newest, take: 200 })).map(listed),
});

export const viewOrgInvitations = orgQuery({
  atLeast: "owner",
  input: nothing,
  run: async ({ tx }) => (await tx.orgInvitation.findMany({ orderBy: newest, take: 200 })).map(listed),
});

function listed<R extends string>(row: Terms & { id: string; role: R; email: string | null; domain: string | null }) {
  const { id, role, email, domain, uses, used, expiresAt } = row;
  return { id, role: role as string, email, domain, uses, used, expiresAt, state: stateOf(row, new Date()) };
}
