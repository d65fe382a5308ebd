import { z } from "zod";
import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { showOnWallInput } from "@/lib/replay/input";

/**
 * Puts a post-mortem on the event's wall, where it begins to play: one of the event's own space that everybody in the room
 * may see, or something published. Refuses with `not-found`.
 */
export const showOnWall = command({
  atLeast: "facilitator",
  input: showOnWallInput,
  async run({ tx, member, record }, input) {
    const [entry, slug] = "entryId" in input ? [input.entryId, null] : [null, input.published];
    const [shown] = await tx.$queryRaw<{ is: boolean }[]>`
      select show_on_wall(${member.id}::uuid, ${entry}::uuid, ${slug}) as is`;
    if (!shown?.is) throw new Refused("not-found");
    record("wall.shown");
  },
});

/** The wall shows the board again. */
export const clearWall = command({
  atLeast: "facilitator",
  input: z.strictObject({}),
  async run({ tx, record }) {
    const { count } = await tx.wallReplay.deleteMany();
    if (count > 0) record("wall.cleared");
  },
});
