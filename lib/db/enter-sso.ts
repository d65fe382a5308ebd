import type { Org } from "@/generated/prisma/client";
import { prisma, type Tx } from "@/lib/db/client";
import { hashToken } from "@/lib/db/session";
import { Refused } from "@/lib/errors";

/** Inside a company, on behalf of its own sign-in or directory: there is no member yet who acts. */
export type CompanyScope = {
  tx: Tx;
  org: Org;
  /** Announces a change of the subject; written with the transaction, or not at all. */
  record: (kind: string, subjectId?: string | null) => void;
};

type Door = { door: string } | { scimToken: string };

/**
 * The way into a company for who is no member yet: somebody at the unguessable address of its sign-in, or its
 * directory with a token. One transaction, inside which PostgreSQL shows this company only. Refuses with `not-found`.
 */
export async function enterCompany<T>(by: Door, work: (scope: CompanyScope) => Promise<T>): Promise<T> {
  // PostgreSQL knows no text with a NUL in it, so no company has such an address
  if ("door" in by && by.door.includes("\0")) throw new Refused("not-found");
  return prisma().$transaction(async (tx) => {
    const [row] =
      "door" in by
        ? await tx.$queryRaw<{ id: string | null }[]>`select enter_sso(${by.door}) as id`
        : await tx.$queryRaw<{ id: string | null }[]>`select enter_scim(${hashToken(by.scimToken)}) as id`;
    if (!row?.id) throw new Refused("not-found", {}, { org: "none" });
    return withinCompany(tx, row.id, work);
  });
}

async function withinCompany<T>(tx: Tx, id: string, work: (scope: CompanyScope) => Promise<T>) {
  const changes: { kind: string; subjectId: string | null }[] = [];
  // who comes and who goes is settled one after the other
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`org ${id} member`}, 0))`;
  const value = await work({
    tx,
    org: await tx.org.findUniqueOrThrow({ where: { id } }),
    record: (kind, subjectId = null) => changes.push({ kind, subjectId }),
  });
  if (changes.length > 0)
    await tx.$executeRaw`select commit_org_changes(
      ${changes.map(({ kind }) => kind)}::text[], ${changes.map(({ subjectId }) => subjectId)}::uuid[], null::uuid)`;
  return value;
}
