import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { type Caller, enter, type Scope } from "@/lib/db/enter";
import { type Command, companyOf, type MemberScope, parse } from "@/lib/db/perform";
import { type FieldComplaints, Refused } from "@/lib/errors";

/** What a phone sends along: its key for this one thing, whose it is, and a digest of all that was sent. */
export type Stamp = { key: string; mark: string; fingerprint: string };

export type Outcome =
  | { status: "done"; value: unknown }
  | { status: "refused"; reason: string; fields: FieldComplaints; about: Record<string, string | number> };

/** A session lasts 7 days: after that nobody can ask for the receipt of its member's phone any more. */
const keptMs = 8 * 24 * 60 * 60_000;

/**
 * Runs a command once per member and key, however often and however concurrently it is asked: the receipt is written
 * in the same transaction as the effect, a refusal is as final as an effect, and whoever asks again gets the same
 * outcome. Refuses with `not-found`, `forbidden`, `another-person` (the member who asks is not the one who wrote it)
 * and `key-reused`.
 */
export function performOnce<I extends z.ZodType, O>(
  command: Command<"participant", I, O>,
  caller: Caller,
  input: unknown,
  stamp: Stamp,
): Promise<Outcome> {
  const work = async (entered: Scope) => {
    const scope = entered as MemberScope;
    if (markOf(scope.member.id) !== stamp.mark) throw new Refused("another-person");
    const before = await claim(scope, stamp);
    if (before) return answerAgain(command, scope, before, input);
    const outcome = await attempt(scope, (inner) => command.run(inner, parse(command.input, input)));
    await scope.tx.receipt.update({
      where: whereOf(scope, stamp),
      data: { outcome: (command.again ? withoutValue(outcome) : outcome) as Prisma.InputJsonObject },
    });
    return outcome;
  };
  return enter(caller, command.atLeast, work, companyOf(command));
}

const withoutValue = (outcome: Outcome): Outcome =>
  outcome.status === "done" ? { status: "done", value: null } : outcome;

async function answerAgain<I extends z.ZodType, O>(
  { again, input: schema }: Command<"participant", I, O>,
  scope: MemberScope,
  before: Outcome,
  input: unknown,
): Promise<Outcome> {
  if (before.status !== "done" || !again) return before;
  return { status: "done", value: await again(scope, parse(schema, input)) };
}

/** The same as `mark_of` in SQL. */
function markOf(memberId: string) {
  return createHash("sha256").update(`mark ${memberId}`).digest("hex").slice(0, 16);
}

const whereOf = ({ event, member }: MemberScope, { key }: Stamp) => ({
  eventId_memberId_key: { eventId: event.id, memberId: member.id, key },
});

/** Takes the key, waiting for whoever holds it just now; answers what came of it if it was used up before. */
async function claim(scope: MemberScope, stamp: Stamp): Promise<Outcome | null> {
  const { tx, event, member } = scope;
  await tx.receipt.deleteMany({ where: { memberId: member.id, madeAt: { lt: new Date(Date.now() - keptMs) } } });
  const { key, fingerprint } = stamp;
  const data = [{ eventId: event.id, memberId: member.id, key, fingerprint }];
  const { count } = await tx.receipt.createMany({ data, skipDuplicates: true });
  if (count > 0) return null;
  const receipt = await tx.receipt.findUniqueOrThrow({ where: whereOf(scope, stamp) });
  if (receipt.fingerprint !== fingerprint) throw new Refused("key-reused");
  return receipt.outcome as Outcome;
}

/** A refusal undoes the work and nothing else: the receipt of it stays. */
async function attempt(scope: MemberScope, run: (scope: MemberScope) => Promise<unknown>): Promise<Outcome> {
  const changes: Parameters<MemberScope["record"]>[] = [];
  await scope.tx.$executeRaw`savepoint effect`;
  try {
    const value = await run({ ...scope, record: (...change) => void changes.push(change) });
    for (const change of changes) scope.record(...change);
    return { status: "done", value: value ?? null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await scope.tx.$executeRaw`rollback to savepoint effect`;
    const { reason, fields, about } = error;
    return { status: "refused", reason, fields, about };
  }
}
