import { roleAtLeast, spaceCommand } from "@/lib/db/enter-space";
import { hashToken, newToken } from "@/lib/db/session";
import { Refused } from "@/lib/errors";
import { endTokenInput, makeTokenInput } from "@/lib/token/input";

const mostTokens = 20;
const dayMs = 86_400_000;

/**
 * Makes a token for a machine that does what its maker may do in this space, as long as they may. It is shown once and kept
 * as its hash. Refuses with `forbidden` a token that writes for who may not, and with `too-many-tokens`.
 */
export const makeSpaceToken = spaceCommand({
  atLeast: "reader",
  input: makeTokenInput,
  async run({ tx, space, reader, oneAtATime }, { label, scope, days }) {
    if (scope === "write" && !roleAtLeast("contributor", reader.role)) throw new Refused("forbidden");
    await oneAtATime(`tokens ${reader.userId}`);
    const mine = await tx.spaceToken.count({ where: { spaceId: space.id, userId: reader.userId } });
    if (mine >= mostTokens) throw new Refused("too-many-tokens");
    const token = `tfs_${newToken()}`;
    const expiresAt = days === 0 ? null : new Date(Date.now() + days * dayMs);
    const whose = { spaceId: space.id, userId: reader.userId };
    await tx.spaceToken.create({ data: { ...whose, label, scope, tokenHash: hashToken(token), expiresAt } });
    return { token, scope };
  },
});

/** Ends a token from now on: one's own, or as an owner anybody's. */
export const endSpaceToken = spaceCommand({
  atLeast: "reader",
  input: endTokenInput,
  async run({ tx, space, reader }, { id }) {
    const whose = reader.role === "owner" ? {} : { userId: reader.userId };
    const { count } = await tx.spaceToken.deleteMany({ where: { spaceId: space.id, id, ...whose } });
    if (count === 0) throw new Refused("not-found");
  },
});
