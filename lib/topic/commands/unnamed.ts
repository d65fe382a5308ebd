import { command } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { checkPhase, mayPitch } from "@/lib/event/rules";
import { standsAtLeast } from "@/lib/member/rules";
import { pitchUnnamedInput } from "@/lib/topic/input";
import { mostUnnamed } from "@/lib/topic/rules";

/**
 * Puts a topic on the marketplace that nobody pitched: it holds no member, and that this member has pitched unnamed is
 * counted apart. Neither its pitcher nor the host can find out later; who wants to may convene it. Not for the outbox
 * of phones: its receipts would tell. Refuses with `pitching-closed`, `too-many-unnamed`.
 */
export const pitchUnnamed = command({
  atLeast: "participant",
  input: pitchUnnamedInput,
  async run({ tx, event, member, record, oneAtATime }, { title, pitch, confidentiality }) {
    if (!standsAtLeast("facilitator", member.role)) checkPhase(mayPitch, event.phase, "pitching-closed");
    await oneAtATime("board");
    const [counted] = await tx.$queryRaw<{ counted: boolean }[]>`
      select count_unnamed_pitch(${member.id}::uuid, ${mostUnnamed}::int) as counted`;
    if (!counted?.counted) throw new Refused("too-many-unnamed", {}, { most: mostUnnamed });
    const { id } = await tx.topic.create({ data: { eventId: event.id, title, pitch, confidentiality } });
    record("topic.pitched", id);
  },
});
