import { castDotsInput } from "@/lib/ballot/input";
import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";

/**
 * Gives a topic this many of the member's dots, or takes them back: the same statement as the hot lane, for forms
 * without JavaScript. Answers the dots left. Refuses with `voting-closed`, `out-of-dots`, `too-many-on-topic`,
 * `own-topic`, `needs-confirmed-email`, `needs-ticket`, `not-found`.
 */
export const castDots = command({
  atLeast: "participant",
  input: castDotsInput,
  async run({ tx, event, member }, { topicId, dots }) {
    const { userId } = await tx.member.findUniqueOrThrow({
      where: { eventId_id: { eventId: event.id, id: member.id } },
      select: { userId: true },
    });
    const [cast] = await tx.$queryRaw<{ verdict: string; dots_left: number | null }[]>`
      select verdict, dots_left from cast_dots_batch(${event.id}::uuid, ${[userId]}::uuid[], ${[topicId]}::uuid[], ${[dots]}::int[])`;
    if (cast?.verdict !== "ok") throw new Refused(cast?.verdict ?? "not-found", {}, { left: cast?.dots_left ?? 0 });
    return cast.dots_left;
  },
});
