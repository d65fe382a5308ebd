import type { z } from "zod";
import { outside } from "@/lib/db/outside";
import { parse } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { saySawInput } from "@/lib/saw/input";

/**
 * Says that the caller saw the same as a published entry tells, or not after all; twice is once. Refuses with `not-found`,
 * also what was withdrawn, and a stranger with `not-signed-in`.
 */
export async function saySawPublished(userId: string | null, entryId: string, typed: z.input<typeof saySawInput>) {
  if (userId === null) throw new Refused("not-signed-in");
  const { saw } = parse(saySawInput, typed);
  const [answer] = await outside(
    (tx) => tx.$queryRaw<{ no: string | null }[]>`
      select say_saw(${userId}::uuid, ${entryId}::uuid, ${saw === "yes"}) as no`,
  );
  if (answer?.no) throw new Refused(answer.no);
}
