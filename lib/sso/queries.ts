import { z } from "zod";
import { orgQuery } from "@/lib/db/enter-org";
import { outside } from "@/lib/db/outside";
import { doorOf } from "@/lib/sso/door";

/** How a company's people sign in and who is switched off, for its owners. The secret is not part of it. */
export const viewSso = orgQuery({
  atLeast: "owner",
  input: z.undefined(),
  run: async ({ tx, org }) => {
    const sso = await tx.orgSso.findUnique({
      where: { orgId: org.id },
      omit: { clientSecret: true, orgId: true, door: true },
    });
    const tokens = await tx.scimToken.findMany({ orderBy: { madeAt: "asc" }, omit: { tokenHash: true, orgId: true } });
    const bars = await tx.orgBar.findMany({ orderBy: { since: "asc" } });
    const seats = await tx.orgMember.findMany({ where: { userId: { in: bars.map(({ userId }) => userId) } } });
    const names = new Map(seats.map(({ userId, name }) => [userId, name]));
    return {
      name: org.name,
      door: doorOf(org.id),
      sso,
      tokens,
      bars: bars.map(({ userId, since }) => ({ userId, since, name: names.get(userId) ?? null })),
    };
  },
});

/** The companies whose sign-in would take a person further than the account that they are in now. */
export const signInsFor = (userId: string) =>
  outside((tx) => tx.$queryRaw<{ door: string; name: string }[]>`select * from sign_ins_for(${userId}::uuid)`);
