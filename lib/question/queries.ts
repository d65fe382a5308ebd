import { query, type Scope } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import { standsAtLeast } from "@/lib/member/rules";
import { subjectInput } from "@/lib/question/input";
import { inOrder, mayAnswer, mayAsk } from "@/lib/question/rules";
import { subjectOf } from "@/lib/question/subject";

/** More are asked nowhere. */
const most = 500;

export type QuestionLine = ReturnType<typeof lineOf>;
export type Questions = NonNullable<Awaited<ReturnType<typeof viewQuestions.run>>>;

/**
 * What was asked of a talk or a topic, and of topics that were merged into it, in the order of the room. Hidden ones
 * are for facilitators. Null where nothing is asked: a break, a sealed topic.
 */
export const viewQuestions = query({
  atLeast: "visitor",
  input: subjectInput,
  async run({ tx, event, member }, { about, subjectId }) {
    const subject = await subjectOf(tx, about, subjectId).catch(nothingToAsk);
    if (!subject) return null;
    const crew = standsAtLeast("facilitator", member?.role ?? null);
    const asked =
      about === "talk" ? { entryId: subjectId } : { OR: [{ topicId: subjectId }, { topic: { intoId: subjectId } }] };
    const rows = await tx.question.findMany({
      where: { ...asked, ...(crew ? {} : { hiddenAt: null }) },
      include: { member: true, _count: { select: { votes: true } }, votes: mine(member) },
      orderBy: { askedAt: "asc" },
      take: most,
    });
    return {
      ...{ about, subjectId, isNamed: subject.isNamed, mayAsk: mayAsk(event.phase), mayHide: crew },
      mayAnswer: mayAnswer(member, subject.convenerId),
      questions: rows.map((row) => lineOf(row, member, subject.isNamed)).sort(inOrder),
    };
  },
});

const mine = (member: Scope["member"]) => ({ where: { memberId: member?.id ?? crypto.randomUUID() } });

type Row = {
  id: string;
  body: string;
  answer: string;
  askedAt: Date;
  answeredAt: Date | null;
  hiddenAt: Date | null;
  member: { id: string; name: string; userId: string | null } | null;
  votes: unknown[];
  _count: { votes: number };
};

/** `by` is null when nobody knows, whoever it was has left, or the topic became confidential. */
function lineOf({ id, body, answer, askedAt, answeredAt, ...row }: Row, member: Scope["member"], isNamed: boolean) {
  return {
    ...{ id, body, answer, askedAt, answeredAt, hidden: row.hiddenAt !== null },
    by: isNamed && row.member?.userId ? row.member.name : null,
    isMine: row.member !== null && row.member.id === member?.id,
    votes: row._count.votes,
    voted: row.votes.length > 0,
  };
}

function nothingToAsk(error: unknown) {
  if (error instanceof Refused) return null;
  throw error;
}
