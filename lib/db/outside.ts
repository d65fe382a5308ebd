import type { z } from "zod";
import { prisma, type Tx } from "@/lib/db/client";
import { type Scope, within } from "@/lib/db/enter";
import { parse } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";

/** What is not inside any event: its tables show nothing here, only the door's own functions answer. */
export function outside<T>(work: (tx: Tx) => Promise<T>) {
  return prisma().$transaction(work);
}

export type Founding = {
  userId: string | null;
  hostName: string;
  slug: string;
  name: string;
  zone: string;
  /** Calendar days, YYYY-MM-DD. */
  startsOn: string;
  endsOn: string;
  joinCode: string;
  visibility: "public" | "unlisted" | "private";
  /** The address of the company whose event it is; its maker is a member there. */
  org?: string;
};

/**
 * Makes an event and goes on inside it, in one transaction. A taken address is PostgreSQL's unique violation. Refuses
 * with `not-found` whoever is no member of the org.
 */
export function found<T>(event: Founding, work: (scope: Scope) => Promise<T>) {
  return outside(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string; member_id: string | null }[]>`
      select * from found_event(${event.userId}::uuid, ${event.hostName}, ${event.slug}, ${event.name}, ${event.zone},
        ${event.startsOn}::date, ${event.endsOn}::date, ${event.joinCode}, ${event.visibility}::"Visibility", ${event.org ?? null})`;
    if (!made) throw new Refused("not-found");
    const row = await tx.event.findUniqueOrThrow({ where: { id: made.id } });
    const member = made.member_id ? { id: made.member_id, role: "host" as const } : null;
    return within(tx, row, member, work);
  });
}

/** A write outside any event, by a signed-in person. */
export type OutsideCommand<I extends z.ZodType, O> = {
  input: I;
  run: (userId: string, input: z.output<I>) => Promise<O>;
};

export function performOutside<I extends z.ZodType, O>(
  command: OutsideCommand<I, O>,
  userId: string,
  input: z.input<I>,
) {
  return command.run(userId, parse(command.input, input));
}
