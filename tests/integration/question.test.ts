import { expect, test } from "vitest";
import { setConfidentiality } from "@/lib/confidentiality/commands";
import { enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { removeMember } from "@/lib/member/commands";
import { answerQuestion, askQuestion, hideQuestion, voteForQuestion, withdrawQuestion } from "@/lib/question/commands";
import { viewQuestions } from "@/lib/question/queries";
import { mostUnnamed } from "@/lib/question/rules";
import { placeHold } from "@/lib/retention/commands";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, type Person, type TestEvent } from "@/tests/support/an-event";
import { rowsOf, tablesJoining } from "@/tests/support/rows-that-name";

async function aTalk(event: TestEvent, kind: "talk" | "break" = "talk") {
  const day = new Date("2027-03-04");
  const data = { eventId: event.id, kind, title: "Restoring on a Friday", day };
  return enter(event.host, "host", async ({ tx }) => (await tx.programmeEntry.create({ data })).id);
}

async function aDay(visibility: "private" | "public" = "private") {
  const event = await anEvent({ visibility });
  const [ann, bob] = [await event.as("participant", "Annika Curious"), await event.as("participant", "Bobby Convener")];
  const talk = { about: "talk" as const, subjectId: await aTalk(event) };
  const topicId = await perform(pitchTopic, bob, { title: "Who is on call at Easter?" });
  return { event, ann, bob, talk, topic: { about: "topic" as const, subjectId: topicId } };
}

type Subject = { about: "talk" | "topic"; subjectId: string };
const askIt = (who: Person, subject: Subject, body: string, unnamed = false) =>
  perform(askQuestion, who, { ...subject, body, unnamed: unnamed ? "on" : undefined });
const seenBy = async (who: Parameters<typeof ask>[1], subject: Subject) =>
  (await ask(viewQuestions, who, subject))?.questions ?? null;
const only = async (who: Parameters<typeof ask>[1], subject: Subject) => {
  const [one] = (await seenBy(who, subject)) ?? [];
  if (!one) throw new Error("Nothing was asked.");
  return one;
};

test("a question has its asker's name, is voted by others, and the most wanted is on top", async () => {
  const { ann, bob, talk } = await aDay();
  await askIt(ann, talk, "Was the backup ever tested?");
  await askIt(bob, talk, "Why on a Friday?");
  const [first, second] = (await seenBy(bob, talk)) ?? [];
  expect(first).toMatchObject({ body: "Was the backup ever tested?", by: "Annika Curious", isMine: false, votes: 0 });
  const vote = { questionId: second?.id ?? "", wants: "yes" as const };
  await perform(voteForQuestion, ann, vote);
  await Promise.all(Array.from({ length: 4 }, () => perform(voteForQuestion, ann, vote)));
  expect(await seenBy(ann, talk)).toMatchObject([
    { body: "Why on a Friday?", votes: 1, voted: true, isMine: false },
    { votes: 0, voted: false, isMine: true },
  ]);
  await perform(voteForQuestion, ann, { ...vote, wants: "no" });
  expect((await seenBy(ann, talk))?.map(({ votes }) => votes)).toEqual([0, 0]);
});

test("what was answered goes below what is open, with the answer", async () => {
  const { event, ann, bob, topic } = await aDay();
  await askIt(ann, topic, "Who pays for it?");
  await askIt(ann, topic, "Who decides?");
  const [asked] = (await seenBy(ann, topic)) ?? [];
  const questionId = asked?.id ?? "";
  await expect(perform(answerQuestion, ann, { questionId })).rejects.toThrow("not-yours");
  await perform(answerQuestion, bob, { questionId, answer: "The platform team." });
  expect(await seenBy(ann, topic)).toMatchObject([
    { body: "Who decides?", answeredAt: null },
    { body: "Who pays for it?", answer: "The platform team." },
  ]);
  await perform(answerQuestion, event.host, { questionId, answer: "Everybody." });
  expect((await seenBy(ann, topic))?.[1]?.answer).toBe("Everybody.");
});

test("no row of the database joins an unnamed question to its asker, and a named one it does", async () => {
  const { event, ann, talk } = await aDay();
  await askIt(ann, talk, "Named it is");
  await askIt(ann, talk, "Are there lay-offs coming?", true);
  const rows = await rowsOf(event.host);
  const [named, unnamed] = ["Named it is", "Are there lay-offs coming?"].map(
    (body) => rows.find(({ table, row }) => table === "question" && row.includes(body))?.row ?? "",
  );
  const idOf = (row?: string) => row?.match(/[0-9a-f-]{36}/g)?.[1] ?? "none";
  expect(tablesJoining(rows, ann.memberId, idOf(named))).toContain("question");
  expect(tablesJoining(rows, ann.memberId, idOf(unnamed))).toEqual([]);
  expect(tablesJoining(rows, ann.userId, idOf(unnamed))).toEqual([]);
  for (const who of [ann, event.host])
    expect(await seenBy(who, talk)).toMatchObject([
      { body: "Are there lay-offs coming?", by: null, isMine: false },
      { by: "Annika Curious" },
    ]);
});

test("neither the transaction nor the moment of an unnamed question says whose it was", async () => {
  const { event, ann, talk } = await aDay();
  await askIt(ann, talk, "Are there lay-offs coming?", true);
  const rows = await enter(
    event.host,
    "host",
    ({ tx }) => tx.$queryRaw<{ by: string; times: number; at: Date; changes: bigint }[]>`
      select u.xmin::text as by, u.times, q.asked_at as at,
        (select count(*) from change c where c.subject_id = q.id) as changes
        from unnamed_questions u, question q where q.member_id is null`,
  );
  expect(rows.map(({ times }) => times).sort()).toEqual([0, 0, 1]);
  expect(new Set(rows.map(({ by }) => by)).size).toBe(1);
  expect(rows.map(({ at }) => at.getTime() % 3_600_000)).toEqual([0, 0, 0]);
  expect(rows.map(({ changes }) => changes)).toEqual([0n, 0n, 0n]);
});

test("so many unnamed a person and event, also when all are sent at once", async () => {
  const { ann, talk } = await aDay();
  const tries = Array.from({ length: mostUnnamed + 3 }, (_, at) => askIt(ann, talk, `Unsaid ${at}`, true));
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(mostUnnamed);
  for (const one of settled) if (one.status === "rejected") expect(one.reason.reason).toBe("too-many-questions");
});

test("of a confidential topic nobody is named, not even in what is stored; of a sealed one nothing is asked", async () => {
  const { event, ann, bob, topic } = await aDay();
  const set = (confidentiality: "chatham_house" | "sealed", more = {}) =>
    perform(setConfidentiality, bob, { topicId: topic.subjectId, confidentiality, ...more });
  await askIt(ann, topic, "Asked while it was open");
  await set("chatham_house");
  await askIt(ann, topic, "Asked afterwards");
  expect((await seenBy(event.host, topic))?.map(({ by }) => by)).toEqual([null, null]);
  const stored = (await rowsOf(event.host)).filter(({ table }) => table === "question");
  expect(stored.filter(({ row }) => row.includes(ann.memberId))).toEqual([]);

  await expect(set("sealed")).rejects.toThrow("notes-not-sealed");
  await set("sealed", { discard: "on" });
  expect((await rowsOf(event.host)).filter(({ table }) => table === "question")).toEqual([]);
  expect(await seenBy(event.host, topic)).toBeNull();
  await expect(askIt(ann, topic, "And now?")).rejects.toThrow("sealed");
});

test("the database itself takes no author for a question of a confidential topic", async () => {
  const { event, ann, bob, topic } = await aDay();
  await perform(setConfidentiality, bob, { topicId: topic.subjectId, confidentiality: "chatham_house" });
  const data = { eventId: event.id, topicId: topic.subjectId, memberId: ann.memberId, body: "Named" };
  await expect(enter(event.host, "host", ({ tx }) => tx.question.create({ data }))).rejects.toThrow(/no author/);
});

test("a facilitator hides a question: gone for all others, audited with who did it, and shown again", async () => {
  const { event, ann, talk } = await aDay("public");
  await askIt(ann, talk, "Something rude", true);
  const { id: questionId } = await only(ann, talk);
  await expect(perform(hideQuestion, ann, { questionId, hide: "yes" })).rejects.toThrow("forbidden");
  const helper = await event.as("facilitator", "Fiona Facilitator");
  await perform(hideQuestion, helper, { questionId, hide: "yes" });
  expect(await seenBy(ann, talk)).toEqual([]);
  expect(await seenBy(event.asVisitor(), talk)).toEqual([]);
  expect(await seenBy(helper, talk)).toMatchObject([{ hidden: true }]);
  await expect(perform(voteForQuestion, ann, { questionId, wants: "yes" })).rejects.toThrow("not-found");
  const audited = await enter(
    event.host,
    "host",
    ({ tx }) => tx.$queryRaw`select action, actor from read_audit(null, 1)`,
  );
  expect(audited).toEqual([{ action: "question.hidden", actor: "Fiona Facilitator" }]);
  await perform(hideQuestion, helper, { questionId, hide: "no" });
  expect(await seenBy(ann, talk)).toHaveLength(1);
});

test("one takes back one's own named question, nobody else's, and none under hold", async () => {
  const { event, ann, bob, talk } = await aDay();
  await askIt(ann, talk, "Never mind");
  const { id: questionId } = await only(ann, talk);
  await expect(perform(withdrawQuestion, bob, { questionId })).rejects.toThrow("not-yours");
  await expect(perform(withdrawQuestion, event.host, { questionId })).rejects.toThrow("not-yours");
  await perform(withdrawQuestion, ann, { questionId });
  expect(await seenBy(ann, talk)).toEqual([]);
  await askIt(ann, talk, "Whose was it?", true);
  const unnamed = await only(ann, talk);
  await expect(perform(withdrawQuestion, ann, { questionId: unnamed.id })).rejects.toThrow("not-yours");
  await askIt(bob, talk, "Does this have to stay?");
  await perform(placeHold, event.host, { because: "Claim 12" });
  const held = (await seenBy(bob, talk))?.find(({ isMine }) => isMine)?.id ?? "";
  await expect(perform(withdrawQuestion, bob, { questionId: held })).rejects.toThrow("under-hold");
});

test("whoever was shown out is not named any more", async () => {
  const { event, ann, talk } = await aDay();
  await askIt(ann, talk, "Why was I not told?");
  await perform(removeMember, event.host, { id: ann.memberId });
  expect(await seenBy(event.host, talk)).toMatchObject([{ body: "Why was I not told?", by: null }]);
});

test("nothing is asked of a break, of what another event has, or after the day", async () => {
  const { event, ann, talk, topic } = await aDay();
  const pause = { about: "talk" as const, subjectId: await aTalk(event, "break") };
  expect(await seenBy(ann, pause)).toBeNull();
  await expect(askIt(ann, pause, "More coffee?")).rejects.toThrow("not-found");
  const other = await aDay();
  for (const elsewhere of [other.talk, other.topic])
    await expect(askIt(ann, elsewhere, "Knock, knock")).rejects.toThrow("not-found");
  await askIt(other.ann, other.talk, "Ours");
  const { id: questionId } = await only(other.ann, other.talk);
  await expect(perform(voteForQuestion, ann, { questionId, wants: "yes" })).rejects.toThrow("not-found");
  await perform(openPhase, event.host, { phase: "closed", minutes: null });
  await expect(askIt(ann, talk, "Too late?")).rejects.toThrow("questions-closed");
  expect((await ask(viewQuestions, ann, topic))?.mayAsk).toBe(false);
});
