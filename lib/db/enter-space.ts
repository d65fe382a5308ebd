import type { z } from "zod";
import type { Space } from "@/generated/prisma/client";
import { prisma, type Tx } from "@/lib/db/client";
import { parse } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";

/** Who asks for which space of the library. */
export type SpaceCaller = { space: string; userId: string | null };

/** What one may do in a space, each more than the one before. */
export const spaceRoles = ["reader", "contributor", "editor", "approver", "owner"] as const;
export type SpaceRole = (typeof spaceRoles)[number];
export const roleAtLeast = (least: SpaceRole, role: SpaceRole) => spaceRoles.indexOf(role) >= spaceRoles.indexOf(least);

export type SpaceScope = {
  tx: Tx;
  space: Space;
  /** The caller, who may certainly read here. */
  reader: { userId: string; role: SpaceRole };
  /** One holder of this lock at a time, in this space, until the transaction ends. */
  oneAtATime: (what: string) => Promise<void>;
};

type Admitted = { id: number; role: SpaceRole };

/**
 * The only way into a space. One transaction, inside which PostgreSQL shows exactly one space of `lib_priv`, and only to
 * whom it is open. Refuses with `not-found` everybody else, and with `forbidden` who may do less than `least`.
 */
export async function enterSpace<T>(caller: SpaceCaller, least: SpaceRole, work: (scope: SpaceScope) => Promise<T>) {
  const { space: slug, userId } = caller;
  // PostgreSQL knows no text with a NUL in it, so no space has such an address
  if (userId === null || typeof slug !== "string" || slug.includes("\0")) throw new Refused("not-found");
  return prisma().$transaction(async (tx) => {
    const [admitted] = await tx.$queryRaw<Admitted[]>`
      select id, role::text from enter_space(${slug}, ${userId}::uuid)`;
    if (!admitted) throw new Refused("not-found");
    if (!roleAtLeast(least, admitted.role)) throw new Refused("forbidden");
    return work({
      tx,
      space: await tx.space.findUniqueOrThrow({ where: { id: admitted.id } }),
      reader: { userId, role: admitted.role },
      oneAtATime: async (what) => {
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`space ${admitted.id} ${what}`}, 0))`;
      },
    });
  });
}

export type EnteredSpace = {
  id: number;
  slug: string;
  kind: "personal" | "event" | "org";
  role: SpaceRole;
  /** Of the event or company; null for the reader's own. */
  name: string | null;
};

/** Looks at all spaces of a person at once. One transaction, inside which PostgreSQL shows those and no other. */
export function enterSpaces<T>(userId: string, work: (tx: Tx, spaces: EnteredSpace[]) => Promise<T>) {
  return prisma().$transaction(async (tx) => {
    const spaces = await tx.$queryRaw<EnteredSpace[]>`
      select id, slug, kind::text, role::text, name from enter_spaces(${userId}::uuid)`;
    return work(tx, spaces);
  });
}

/** Looks at what is published, as a role that cannot even name what is not. */
export function enterPublic<T>(work: (tx: Tx) => Promise<T>) {
  return prisma().$transaction(async (tx) => {
    await tx.$executeRaw`set local role lib_reader`;
    return work(tx);
  });
}

/** The address of a person's own space. */
export async function personalSpace(userId: string) {
  const [row] = await prisma().$queryRaw<{ slug: string | null }[]>`select personal_space(${userId}::uuid) as slug`;
  if (!row?.slug) throw new Refused("not-found");
  return row.slug;
}

/** Something that happens in a space, or that one may look at there. */
export type SpaceDeed<K extends string = string, I extends z.ZodType = z.ZodType, O = unknown> = {
  kind: K;
  atLeast: SpaceRole;
  input: I;
  run: (scope: SpaceScope, input: z.output<I>) => Promise<O>;
};
export type SpaceCommand<I extends z.ZodType = z.ZodType, O = unknown> = SpaceDeed<"space-command", I, O>;
export type SpaceQuery<I extends z.ZodType = z.ZodType, O = unknown> = SpaceDeed<"space-query", I, O>;

export function spaceCommand<I extends z.ZodType, O>(parts: Omit<SpaceCommand<I, O>, "kind">) {
  return { kind: "space-command" as const, ...parts };
}

export function spaceQuery<I extends z.ZodType, O>(parts: Omit<SpaceQuery<I, O>, "kind">) {
  return { kind: "space-query" as const, ...parts };
}

/** Runs a command of a space. Refuses with `invalid-input` and all that the command says. */
export const performInSpace = <I extends z.ZodType, O>(
  what: SpaceCommand<I, O>,
  caller: SpaceCaller,
  input: z.input<I>,
) => through(what, caller, input);

/** Answers a query of a space. Refuses with `invalid-input`, `not-found`, `forbidden`. */
export const askSpace = <I extends z.ZodType, O>(what: SpaceQuery<I, O>, caller: SpaceCaller, input: z.input<I>) =>
  through(what, caller, input);

// the door comes first, as that of an event
const through = <I extends z.ZodType, O>(what: SpaceDeed<string, I, O>, caller: SpaceCaller, input: unknown) =>
  enterSpace(caller, what.atLeast, (scope) => what.run(scope, parse(what.input, input)));
