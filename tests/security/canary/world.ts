import { randomBytes } from "node:crypto";
import pg from "pg";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { newSignInLink } from "@/lib/db/sign-in-link";
import { importTickets } from "@/lib/event/tickets";
import { saveNote } from "@/lib/note/commands";
import { askQuestion, voteForQuestion } from "@/lib/question/commands";
import { aFullDay } from "@/tests/support/a-full-day";
import { anOrg } from "@/tests/support/an-org";
import { aSession } from "@/tests/support/session";
import { layBait } from "./bait";
import { placeOf } from "./place";
import { sizesOfLogs } from "./shelves";

export type Visitor = {
  name: string;
  cookie: string | null;
  /** What of A they may see for another reason. */
  may?: RegExp;
};
export type World = Awaited<ReturnType<typeof aWorld>>;

/**
 * Two companies with a private day each. Everything of A's is bait; the people are those who must get none of it, and
 * A's own host, who must get it or the crawl proves nothing.
 */
export async function aWorld() {
  const db = await owner();
  const [a, b] = [await aCompany(db), await aCompany(db)];
  const removed = await a.day.as("participant");
  const colleague = {
    ...(await asVisitor("a colleague of A", (await a.org.as()).userId)),
    may: /^org-(slug|name|member-name)$|^org(_member)?\.id$/,
  };
  const outsiders: Visitor[] = [
    await asVisitor("nobody", null),
    await asVisitor("somebody with an account only", (await a.day.asStranger()).userId),
    await asVisitor("a member of B", (await b.org.as()).userId),
    await asVisitor("the host and owner of B", b.day.host.userId),
    await asVisitor("a removed member of A", removed.userId),
    colleague,
  ];
  const host = await asVisitor("the host of A", a.day.host.userId);
  await remove(a.day.host, removed.memberId);
  const bait = await layBait(db, { event: a.day.id, org: a.org.id, people: await peopleOf(db, a.day.id) });
  // whoever a row of every table bars, it must not be the one who shows that the questions are good
  await db.query("delete from org_bar where user_id = $1", [a.day.host.userId]);
  const [placeA, placeB] = [await placeOf(db, a.day.id), await placeOf(db, b.day.id)];
  return { a: placeA, b: placeB, outsiders, host, bait, db, logged: sizesOfLogs() };
}

/** A company and its private day, whose host owns both. */
async function aCompany(db: pg.Client) {
  const [org, day] = [await anOrg(), await aPrivateDay()];
  await db.query("alter table event disable trigger user");
  await db.query("update event set org_id = $1 where id = $2", [org.id, day.id]);
  await db.query("alter table event enable trigger user");
  await db.query("insert into org_member (org_id, user_id, role, name) values ($1, $2, 'owner', 'Hedda Host')", [
    org.id,
    day.host.userId,
  ]);
  return { org, day };
}

/** With at least what the made-up day has, and what only people leave behind. */
async function aPrivateDay() {
  const day = await aFullDay();
  await enter(day.host, "host", ({ tx, event }) =>
    tx.event.update({ where: { id: event.id }, data: { visibility: "private", phase: "marketplace" } }),
  );
  const [topicId = ""] = day.topicIds;
  await perform(saveNote, day.host, { topicId, body: "Said here.", baseRev: 0 });
  const asked = { about: "talk", subjectId: day.talkId, body: "Who pays for the nights?" } as const;
  await perform(askQuestion, day.regular, asked);
  const { id: questionId } = await enter(day.host, "host", ({ tx }) => tx.question.findFirstOrThrow());
  await perform(voteForQuestion, day.host, { questionId, wants: "yes" });
  await perform(importTickets, day.host, { codes: randomBytes(6).toString("hex") });
  await newSignInLink(`to-a-${day.slug}@canary.example`, `/e/${day.slug}`);
  return day;
}

async function asVisitor(name: string, userId: string | null): Promise<Visitor> {
  if (!userId) return { name, cookie: null };
  const { name: cookie, value } = await aSession(userId);
  return { name, cookie: `${cookie}=${value}` };
}

const remove = (host: { slug: string; userId: string }, memberId: string) =>
  enter(host, "host", ({ tx, event }) =>
    tx.member.delete({ where: { eventId_id: { eventId: event.id, id: memberId } } }),
  );

async function owner() {
  const db = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await db.connect();
  return db;
}

async function peopleOf(db: pg.Client, eventId: string) {
  const { rows } = await db.query<{ user_id: string }>("select user_id from member where event_id = $1", [eventId]);
  return rows.map((row) => row.user_id);
}

export const closeWorld = async ({ db }: { db: pg.Client }) => {
  await db.end();
  await prisma().$disconnect();
};
