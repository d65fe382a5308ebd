import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { importProgrammeInput, starTalkInput } from "@/lib/programme/input";
import { writeProgramme } from "@/lib/programme/write-programme";

/**
 * Makes the programme what an outside format tells: entries, speakers, empty slots, rooms. Idempotent; entries
 * keep their ids, and so their stars, when they move or change. Slots in which topics stand are kept.
 */
export const importProgramme = command({
  atLeast: "host",
  input: importProgrammeInput,
  alone: true,
  run: (scope, input) => writeProgramme(scope, input),
});

/** Marks an entry for oneself, or no longer; says what is wanted, so a retry is harmless. Refuses with `not-found`. */
export const starTalk = command({
  atLeast: "participant",
  input: starTalkInput,
  async run({ tx, event, member }, { entryId, starred }) {
    const entry = await tx.programmeEntry.findFirst({ where: { id: entryId } });
    if (!entry) throw new Refused("not-found");
    const star = { eventId: event.id, entryId, memberId: member.id };
    if (starred) await tx.star.createMany({ data: [star], skipDuplicates: true });
    else await tx.star.deleteMany({ where: star });
  },
});
