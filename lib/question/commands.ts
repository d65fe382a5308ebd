import { command, type MemberScope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { checkPhase } from "@/lib/event/rules";
import { answerInput, askQuestionInput, hideInput, questionInput, voteInput } from "@/lib/question/input";
import { checkCount, mayAnswer, mayAsk, mostUnnamed } from "@/lib/question/rules";
import { subjectOf } from "@/lib/question/subject";

/**
 * Asks something of a talk or a topic. Unnamed, and of a confidential topic always, the question holds no member, and
 * that this one asked so is counted apart: neither host nor asker can show later whose it was. No change of the day is
 * recorded, whose moment would tell. Refuses with `not-found`, `sealed`, `questions-closed`, `too-many-questions`.
 */
export const askQuestion = command({
  atLeast: "participant",
  input: askQuestionInput,
  async run(scope, { about, subjectId, body, unnamed }) {
    const { tx, event, member, oneAtATime } = scope;
    checkPhase(mayAsk, event.phase, "questions-closed");
    await oneAtATime("question");
    const { refersTo, isNamed } = await subjectOf(tx, about, subjectId);
    const memberId = unnamed || !isNamed ? await nobody(scope) : member.id;
    if (memberId) checkCount(await tx.question.count({ where: { memberId } }));
    await tx.question.create({ data: { eventId: event.id, ...refersTo, memberId, body } });
  },
});

/** Counts that this member asked, apart from what. */
async function nobody({ tx, member }: MemberScope) {
  const [row] = await tx.$queryRaw<{ counted: boolean }[]>`
    select count_unnamed_question(${member.id}::uuid, ${mostUnnamed}::int) as counted`;
  if (!row?.counted) throw new Refused("too-many-questions", {}, { most: mostUnnamed });
  return null;
}

/** Wants a question answered, or no longer; the same twice is once. Refuses with `not-found`. */
export const voteForQuestion = command({
  atLeast: "participant",
  input: voteInput,
  async run({ tx, event, member }, { questionId, wants }) {
    await questionOf(tx, questionId);
    const vote = { eventId: event.id, questionId, memberId: member.id };
    if (wants === "yes") await tx.questionVote.createMany({ data: [vote], skipDuplicates: true });
    else await tx.questionVote.deleteMany({ where: vote });
  },
});

/** Says that a question was answered, with some words or none. Refuses with `not-found`, `not-yours`. */
export const answerQuestion = command({
  atLeast: "participant",
  input: answerInput,
  async run({ tx, event, member, record }, { questionId, answer }) {
    const question = await questionOf(tx, questionId);
    if (!mayAnswer(member, question.topic?.convenerId ?? null)) throw new Refused("not-yours");
    const where = { eventId_id: { eventId: event.id, id: questionId } };
    await tx.question.update({ where, data: { answer, answeredAt: question.answeredAt ?? new Date() } });
    record("question.answered", questionId);
  },
});

/** Takes a question from everybody's sight, or brings it back; its words are kept for facilitators. Refuses with `not-found`. */
export const hideQuestion = command({
  atLeast: "facilitator",
  input: hideInput,
  async run({ tx, record }, { questionId, hide }) {
    const data = { hiddenAt: hide === "yes" ? new Date() : null };
    const { count } = await tx.question.updateMany({ where: { id: questionId }, data });
    if (count === 0) throw new Refused("not-found");
    record(hide === "yes" ? "question.hidden" : "question.shown", questionId);
  },
});

/** Takes one's own named question back, words and votes. Refuses with `not-found`, `not-yours`, `under-hold`. */
export const withdrawQuestion = command({
  atLeast: "participant",
  input: questionInput,
  async run({ tx, event, member }, { questionId }) {
    const question = await tx.question.findFirst({ where: { id: questionId } });
    if (!question) throw new Refused("not-found");
    if (question.memberId !== member.id) throw new Refused("not-yours");
    if (event.heldAt) throw new Refused("under-hold");
    await tx.question.deleteMany({ where: { id: questionId } });
  },
});

/** One that is in sight. Refuses with `not-found`. */
async function questionOf(tx: MemberScope["tx"], id: string) {
  const question = await tx.question.findFirst({ where: { id, hiddenAt: null }, include: { topic: true } });
  if (!question || question.topic?.withdrawnAt) throw new Refused("not-found");
  return question;
}
