import type { z } from "zod";
import { prisma } from "@/lib/db/client";
import { roleAtLeast, type SpaceDeed, type SpaceRole, type SpaceScope } from "@/lib/db/enter-space";
import { parse } from "@/lib/db/perform";
import { hashToken } from "@/lib/db/session";
import { Refused } from "@/lib/errors";

type Admitted = { id: number; slug: string; role: SpaceRole; user_id: string; scope: "feed" | "read" | "write" };

/** A machine in the space of its token, in its maker's stead. */
export type TokenScoped = { scope: SpaceScope; token: { may: Admitted["scope"]; slug: string } };

/**
 * The way into a space for a machine. One transaction, inside which PostgreSQL shows the token's space only. Refuses with
 * `not-found` a token that is unknown, ended or expired, and one whose maker may not be there any more.
 */
export async function enterByToken<T>(token: string, work: (entered: TokenScoped) => Promise<T>) {
  return prisma().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<Admitted[]>`
      select id, slug, role::text, user_id, scope::text from enter_space_by_token(${hashToken(token)})`;
    if (!row) throw new Refused("not-found");
    const scope: SpaceScope = {
      tx,
      space: await tx.space.findUniqueOrThrow({ where: { id: row.id } }),
      reader: { userId: row.user_id, role: row.role },
      oneAtATime: async (what) => {
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`space ${row.id} ${what}`}, 0))`;
      },
    };
    return work({ scope, token: { may: row.scope, slug: row.slug } });
  });
}

/** Runs a command or a query of a space for whoever has entered it. */
export async function within<I extends z.ZodType, O>(scope: SpaceScope, deed: SpaceDeed<string, I, O>, input: unknown) {
  if (!roleAtLeast(deed.atLeast, scope.reader.role)) throw new Refused("forbidden");
  return deed.run(scope, parse(deed.input, input));
}
