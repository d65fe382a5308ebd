import type { z } from "zod";
import type { Org } from "@/generated/prisma/client";
import { prisma, type Tx } from "@/lib/db/client";
import { parse } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";

/** Who asks for which company. */
export type OrgCaller = { org: string; userId: string | null };
export type OrgRole = "member" | "owner";

export type OrgScope = {
  tx: Tx;
  org: Org;
  /** The caller: certainly a member, for nobody else gets in. */
  member: { id: string; userId: string; role: OrgRole };
  /** Announces a change of the subject; written with the transaction, or not at all. */
  record: (kind: string, subjectId?: string | null) => void;
  /** One holder of this lock at a time, in this org, until the transaction ends. */
  oneAtATime: (what: "member" | "domain") => Promise<void>;
};

type Admitted = { id: string; member_id: string; role: OrgRole };

/**
 * The only way into an org. One transaction, inside which PostgreSQL shows exactly one org, and only to its members.
 * Refuses with `not-found` whoever is none, and with `forbidden` a member where an owner is wanted.
 */
export async function enterOrg<T>(caller: OrgCaller, least: OrgRole, work: (scope: OrgScope) => Promise<T>) {
  const { org: slug, userId } = caller;
  // PostgreSQL knows no text with a NUL in it, so no org has such an address
  if (typeof slug !== "string" || slug.includes("\0")) throw new Refused("not-found");
  return prisma().$transaction(async (tx) => {
    const [admitted] = await tx.$queryRaw<Admitted[]>`
      select id, member_id, role::text from enter_org(${slug}, ${userId}::uuid)`;
    if (!admitted || userId === null) throw new Refused("not-found");
    if (least === "owner" && admitted.role !== "owner") throw new Refused("forbidden");
    return withinOrg(tx, admitted, userId, work);
  });
}

/** Runs `work` inside an org that this transaction has entered, then writes what it recorded. */
export async function withinOrg<T>(
  tx: Tx,
  admitted: Admitted,
  userId: string,
  work: (scope: OrgScope) => Promise<T>,
): Promise<T> {
  const changes: { kind: string; subjectId: string | null }[] = [];
  const value = await work({
    tx,
    org: await tx.org.findUniqueOrThrow({ where: { id: admitted.id } }),
    member: { id: admitted.member_id, userId, role: admitted.role },
    record: (kind, subjectId = null) => changes.push({ kind, subjectId }),
    oneAtATime: async (what) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`org ${admitted.id} ${what}`}, 0))`;
    },
  });
  if (changes.length > 0)
    await tx.$executeRaw`select commit_org_changes(
      ${changes.map(({ kind }) => kind)}::text[], ${changes.map(({ subjectId }) => subjectId)}::uuid[],
      ${admitted.member_id}::uuid)`;
  return value;
}

/** Something that happens in an org, or that one may look at there. */
export type OrgDeed<K extends string = string, I extends z.ZodType = z.ZodType, O = unknown> = {
  kind: K;
  atLeast: OrgRole;
  input: I;
  run: (scope: OrgScope, input: z.output<I>) => Promise<O>;
};
export type OrgCommand<I extends z.ZodType = z.ZodType, O = unknown> = OrgDeed<"org-command", I, O>;
export type OrgQuery<I extends z.ZodType = z.ZodType, O = unknown> = OrgDeed<"org-query", I, O>;

export function orgCommand<I extends z.ZodType, O>(parts: Omit<OrgCommand<I, O>, "kind">) {
  return { kind: "org-command" as const, ...parts };
}

export function orgQuery<I extends z.ZodType, O>(parts: Omit<OrgQuery<I, O>, "kind">) {
  return { kind: "org-query" as const, ...parts };
}

/** Runs a command of an org. Refuses with `invalid-input` and all that the command says. */
export const performInOrg = <I extends z.ZodType, O>(what: OrgCommand<I, O>, caller: OrgCaller, input: z.input<I>) =>
  through(what, caller, input);

/** Answers a query of an org. Refuses with `invalid-input`, `not-found`, `forbidden`. */
export const askOrg = <I extends z.ZodType, O>(what: OrgQuery<I, O>, caller: OrgCaller, input: z.input<I>) =>
  through(what, caller, input);

// the door comes first, as that of an event
const through = <I extends z.ZodType, O>(what: OrgDeed<string, I, O>, caller: OrgCaller, input: unknown) =>
  enterOrg(caller, what.atLeast, (scope) => what.run(scope, parse(what.input, input)));
