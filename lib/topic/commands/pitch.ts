import { boardOf } from "@/lib/board/queries";
import { checkPlacement } from "@/lib/board/rules";
import { knownConvener } from "@/lib/confidentiality/rules";
import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { checkPhase, mayEditTopic, mayPitch } from "@/lib/event/rules";
import { standsAtLeast } from "@/lib/member/rules";
import { editTopicInput, pitchTopicInput, topicInput } from "@/lib/topic/input";
import { livingTopic } from "@/lib/topic/queries";
import { checkMayChange, checkPace, pitchMinutes } from "@/lib/topic/rules";

/** Puts a topic on the marketplace; nobody approves it first. Answers its id. Refuses with `pitching-closed`, `too-many-pitches`. */
export const pitchTopic = command({
  atLeast: "participant",
  input: pitchTopicInput,
  async run({ tx, event, member, record }, { title, pitch, anonymous, sought, confidentiality, name }) {
    if (!standsAtLeast("facilitator", member.role)) {
      checkPhase(mayPitch, event.phase, "pitching-closed");
      const since = new Date(Date.now() - pitchMinutes * 60_000);
      checkPace(await tx.topic.count({ where: { pitcherId: member.id, pitchedAt: { gt: since } } }));
    }
    if (name) {
      const where = { eventId_id: { eventId: event.id, id: member.id } };
      await tx.member.update({ where, data: { name, nameIsMadeUp: false } });
    }
    const convenerId = sought ? null : member.id;
    const { id } = await tx.topic.create({
      data: {
        ...{ eventId: event.id, title, pitch, confidentiality, pitcherId: member.id, convenerId },
        anonymous: anonymous && !sought,
      },
    });
    record("topic.pitched", id);
    return id;
  },
});

/** Refuses with `not-found`, `not-yours`, `editing-closed`. */
export const editTopic = command({
  atLeast: "participant",
  input: editTopicInput,
  async run(scope, { topicId, ...data }) {
    await ownTopic(scope, topicId);
    await scope.tx.topic.update({ where: { eventId_id: { eventId: scope.event.id, id: topicId } }, data });
    scope.record("topic.edited", topicId);
  },
});

/** Takes a topic back; its dots return to their owners. Refuses with `not-found`, `not-yours`, `editing-closed`. */
export const withdrawTopic = command({
  atLeast: "participant",
  input: topicInput,
  async run(scope, { topicId }) {
    const { tx, event, record, oneAtATime } = scope;
    await oneAtATime("board");
    await oneAtATime("ballot");
    await ownTopic(scope, topicId);
    const where = { eventId_id: { eventId: event.id, id: topicId } };
    await tx.topic.update({ where, data: { withdrawnAt: new Date() } });
    await tx.dots.deleteMany({ where: { topicId } });
    await tx.placement.deleteMany({ where: { topicId } });
    await tx.turn.deleteMany({ where: { topicId } });
    record("topic.withdrawn", topicId);
  },
});

/** Takes on a topic that nobody convenes yet. Refuses with `not-found`, `has-convener`, `convener-busy`. */
export const convene = command({
  atLeast: "participant",
  input: topicInput,
  async run({ tx, event, member, record, oneAtATime }, { topicId }) {
    await oneAtATime("board");
    checkPhase(mayEditTopic, event.phase, "editing-closed");
    const topic = await livingTopic(tx, topicId);
    if (topic.convenerId === member.id) return;
    if (topic.convenerId) throw new Refused("has-convener");
    const place = await tx.placement.findFirst({ where: { topicId } });
    const taken = { ...topic, topicId, convenerId: knownConvener({ ...topic, convenerId: member.id }) };
    if (place) checkPlacement({ ...taken, ...place }, await boardOf(tx), await tx.slot.findMany());
    const where = { eventId_id: { eventId: event.id, id: topicId } };
    await tx.topic.update({ where, data: { convenerId: member.id } });
    record("topic.convened", topicId);
  },
});

async function ownTopic({ tx, event, member }: MemberScope, topicId: string) {
  const topic = await livingTopic(tx, topicId);
  checkMayChange(topic, member);
  if (!standsAtLeast("facilitator", member.role)) checkPhase(mayEditTopic, event.phase, "editing-closed");
  return topic;
}
