import { z } from "zod";
import { roleAtLeast, spaceQuery } from "@/lib/db/enter-space";

/** One's own tokens of this space; an owner sees those of all, by what their makers called them. */
export const viewSpaceTokens = spaceQuery({
  atLeast: "reader",
  input: z.undefined(),
  async run({ tx, space, reader }) {
    const whose = reader.role === "owner" ? {} : { userId: reader.userId };
    const tokens = await tx.spaceToken.findMany({
      where: { spaceId: space.id, ...whose },
      orderBy: { madeAt: "desc" },
      select: { id: true, label: true, scope: true, usedAt: true, expiresAt: true, userId: true },
    });
    const shown = tokens.map(({ userId, ...token }) => ({ ...token, isMine: userId === reader.userId }));
    return { tokens: shown, mayWrite: roleAtLeast("contributor", reader.role) };
  },
});
