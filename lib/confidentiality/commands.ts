import { answerLooseningInput, setConfidentialityInput } from "@/lib/confidentiality/input";
import { writersOf } from "@/lib/confidentiality/queries";
import { allConsent, type Confidentiality, isNameless, isTighter, wayTo } from "@/lib/confidentiality/rules";
import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { livingTopic } from "@/lib/topic/queries";
import { checkMayChange } from "@/lib/topic/rules";

/**
 * Tightens a topic at once, or asks all who wrote whether it may be loosened. Answers whether it waits for them.
 * Refuses with `not-found`, `not-yours`, `confidentiality-locked`, `notes-not-sealed` (sealing takes the notes and
 * questions away that are there; say so with `discard`), `under-hold` (words would go that have to stay).
 */
export const setConfidentiality = command({
  atLeast: "participant",
  input: setConfidentialityInput,
  async run(scope, { topicId, confidentiality: wanted, discard }) {
    const { tx, event, member } = scope;
    const topic = await atTheTopic(scope, topicId);
    checkMayChange(topic, member);
    const writers = await writersOf(tx, topic);
    const way = wayTo(wanted, { now: topic.confidentiality, phase: event.phase, writers, askerId: member.id });
    if (way === "asks") await askAll(scope, topicId, wanted, writers);
    else await become(scope, topic, wanted, discard);
    return { waits: way === "asks" };
  },
});

/**
 * Consents to the loosening that was asked for, or ends it with a no. With the last yes it takes effect. Refuses with
 * `not-found` (nothing is asked, or something else), `not-yours` (the person wrote nothing).
 */
export const answerLoosening = command({
  atLeast: "participant",
  input: answerLooseningInput,
  async run(scope, { topicId, confidentiality: wanted, answer }) {
    const { tx, member, record } = scope;
    const topic = await atTheTopic(scope, topicId);
    if (topic.loosenTo !== wanted) throw new Refused("not-found");
    const writers = await writersOf(tx, topic);
    if (!writers.some(({ memberId }) => memberId === member.id)) throw new Refused("not-yours");
    if (answer === "no") return become(scope, topic, topic.confidentiality, false);
    await consent(scope, topicId);
    record("topic.consented", topicId);
    if (allConsent(await writersOf(tx, topic))) await become(scope, topic, wanted, false);
  },
});

/** Nobody writes, merges or answers meanwhile. */
async function atTheTopic(scope: MemberScope, topicId: string) {
  await scope.oneAtATime("board");
  await scope.oneAtATime(`note ${topicId}`);
  return livingTopic(scope.tx, topicId);
}

async function askAll(scope: MemberScope, topicId: string, wanted: Confidentiality, writers: { memberId: unknown }[]) {
  const { tx, event, member, record } = scope;
  await tx.topicWriter.updateMany({ where: { topicId }, data: { consents: false } });
  await tx.topic.update({
    where: { eventId_id: { eventId: event.id, id: topicId } },
    data: { loosenTo: wanted },
  });
  if (writers.some(({ memberId }) => memberId === member.id)) await consent(scope, topicId);
  record("topic.loosening-asked", topicId);
}

async function consent({ tx, event, member }: MemberScope, topicId: string) {
  const key = { eventId: event.id, topicId, memberId: member.id };
  await tx.topicWriter.upsert({
    where: { eventId_topicId_memberId: key },
    create: { ...key, consents: true },
    update: { consents: true },
  });
}

function checkNotHeld({ heldAt }: MemberScope["event"]) {
  if (heldAt) throw new Refused("under-hold");
}

/** Settles whatever was asked. Words written under one promise never stand under a weaker one by mistake. */
async function become(
  { tx, event, record }: MemberScope,
  { id: topicId, confidentiality: now }: { id: string; confidentiality: Confidentiality },
  wanted: Confidentiality,
  discard: boolean,
) {
  if (wanted === "sealed" && now !== "sealed") {
    const note = await tx.note.findFirst({ where: { topicId, body: { not: "" } } });
    const written = note !== null || (await tx.question.findFirst({ where: { topicId } })) !== null;
    if (written && !discard) throw new Refused("notes-not-sealed");
    if (written) checkNotHeld(event);
    await tx.note.deleteMany({ where: { topicId } });
    await tx.question.deleteMany({ where: { topicId } });
  }
  // nobody has the key to their notes but those inside: what was sealed stays unread
  if (now === "sealed" && wanted !== "sealed") {
    checkNotHeld(event);
    await tx.sealedRoom.deleteMany({ where: { topicId } });
  }
  await tx.topicWriter.updateMany({ where: { topicId }, data: { consents: false } });
  const data = { confidentiality: wanted, loosenTo: null };
  await tx.topic.update({ where: { eventId_id: { eventId: event.id, id: topicId } }, data });
  if (isNameless(wanted) && isTighter(wanted, now)) await tx.$executeRaw`select forget_names(${topicId}::uuid)`;
  record("topic.confidentiality-set", topicId);
}
