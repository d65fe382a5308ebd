import { type AuditLine, chapters } from "@/lib/audit/rules";
import type { Tx } from "@/lib/db/client";

type Asked = { before?: number | undefined; about?: keyof typeof chapters | undefined };

/** Entries of what this transaction has entered, newest first, at most 1,000. */
export async function linesBefore(tx: Tx, { before, about }: Asked, limit: number): Promise<AuditLine[]> {
  const nouns = about ? [...chapters[about]] : null;
  return tx.$queryRaw<AuditLine[]>`
    select seq::int, at, action, actor_id as "actorId", actor, object_id as "objectId", object, digest, hash
      from read_audit(${before ?? null}::bigint, ${limit}::int, ${nouns}::text[])`;
}

/** One page of them, and where the next begins. */
export async function pageOf(tx: Tx, asked: Asked, limit: number) {
  const found = await linesBefore(tx, asked, limit + 1);
  const lines = found.slice(0, limit);
  return { lines, older: found.length > limit ? (lines.at(-1)?.seq ?? null) : null };
}

/** All of them, as far as `most`. */
export async function allLines(tx: Tx, most: number) {
  const all: AuditLine[] = [];
  while (all.length < most) {
    const some = await linesBefore(tx, { before: all.at(-1)?.seq }, 1_000);
    all.push(...some);
    if (some.length < 1_000) break;
  }
  return all.slice(0, most);
}
