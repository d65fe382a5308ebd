import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { castDots } from "@/lib/ballot/commands";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { enterOrg } from "@/lib/db/enter-org";
import { perform } from "@/lib/db/perform";
import { newSignInLink } from "@/lib/db/sign-in-link";
import { openPhase } from "@/lib/event/commands";
import { importTickets, useTicket } from "@/lib/event/tickets";
import { rename } from "@/lib/member/commands";
import { saveNote } from "@/lib/note/commands";
import { placeHold } from "@/lib/retention/commands";
import { erasePerson, ownData } from "@/lib/retention/own-data";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, aUser, type Person } from "@/tests/support/an-event";
import { anOrg } from "@/tests/support/an-org";
import { asOwner, columnsThatSay } from "@/tests/support/as-owner";
import { aSession } from "@/tests/support/session";

/** Somebody whose names and address are like no other's, so that every trace of them is theirs. */
async function somebody() {
  const mark = randomBytes(5).toString("hex");
  const email = `zora.${mark}@harbour.example`;
  const userId = await aUser(email);
  await prisma().user.update({ where: { id: userId }, data: { name: `Zora Account${mark}` } });
  return { mark, email, userId, name: `Zora Quill${mark}`, words: [mark, userId] };
}

/** An event in which they did all that one can do. */
async function aLifeOf(person: Awaited<ReturnType<typeof somebody>>) {
  const event = await anEvent({ voters: "ticket", phase: "marketplace" });
  const me: Person = { slug: event.slug, userId: person.userId };
  const member = await enter(event.host, "host", ({ tx }) =>
    tx.member.create({ data: { eventId: event.id, userId: person.userId, name: "Made Up" } }),
  );
  const other = await event.as("participant", "Otto Other");
  await perform(rename, me, { name: person.name });
  await perform(importTickets, event.host, { codes: `T-${person.mark}` });
  await perform(useTicket, me, { code: `T-${person.mark}` });
  const alone = await perform(pitchTopic, me, { title: `Ask ${person.name}`, pitch: `Write to ${person.email}` });
  const shared = await perform(pitchTopic, me, { title: `Queues, by ${person.name}`, pitch: "Mine to say" });
  const others = await perform(pitchTopic, other, {
    title: "Caches",
    pitch: `With ${person.email.toUpperCase()}, perhaps`,
  });
  await perform(openPhase, event.host, { phase: "voting", minutes: null });
  await perform(castDots, me, { topicId: others, dots: 2 });
  await perform(openPhase, event.host, { phase: "running", minutes: null });
  const mine = `We said it.\n\n— ${person.name}, ${person.email}`;
  await perform(saveNote, me, { topicId: shared, body: mine, baseRev: 0 });
  await perform(saveNote, other, { topicId: shared, body: `${mine}\n\nOtto agrees.`, baseRev: 1 });
  await perform(saveNote, other, { topicId: others, body: `Ask ${person.email}. The word is on us.`, baseRev: 0 });
  return { event, me, memberId: member.id, other, alone, shared, others };
}

test("a person is erased from every column of every table, and what others wrote stays", async () => {
  const person = await somebody();
  const life = await aLifeOf(person);
  const org = await anOrg();
  await enterOrg(org.owner, "owner", ({ tx }) =>
    tx.orgMember.create({ data: { orgId: org.id, userId: person.userId, name: person.name } }),
  );
  await aSession(person.userId);
  await newSignInLink(person.email, "/");
  const before = await columnsThatSay([...person.words, life.memberId]);
  for (const place of [
    "user.email",
    "user.name",
    "member.name",
    "topic.title",
    "topic.pitch",
    "note.body",
    "note_revision.body",
    "org_member.name",
    "verification_token.identifier",
    "session.user_id",
    "audit_actor.user_id",
    "change.actor_id",
  ])
    expect(before).toContain(place);

  await erasePerson(person.userId);

  expect(await columnsThatSay([...person.words, life.memberId])).toEqual([]);
  const { topics, notes, dots, members } = await enter(life.other, "participant", async ({ tx }) => ({
    topics: await tx.topic.findMany({ select: { id: true, title: true, pitch: true, convenerId: true } }),
    notes: await tx.note.findMany({ select: { topicId: true, body: true } }),
    dots: await tx.dots.count(),
    members: await tx.member.count(),
  }));
  expect(topics.find(({ id }) => id === life.alone)).toBeUndefined();
  expect(topics.find(({ id }) => id === life.shared)).toMatchObject({
    title: "Queues, by …",
    pitch: "",
    convenerId: null,
  });
  expect(topics.find(({ id }) => id === life.others)).toMatchObject({ title: "Caches", pitch: "With …, perhaps" });
  expect(notes.find(({ topicId }) => topicId === life.shared)?.body).toBe("We said it.\n\n— …, …\n\nOtto agrees.");
  expect(notes.find(({ topicId }) => topicId === life.others)?.body).toBe("Ask …. The word is on us.");
  expect([dots, members]).toEqual([0, 2]);
});

test("whoever calls themselves by a common word takes it from nobody", async () => {
  const event = await anEvent({ phase: "running" });
  const prank = await event.as("participant", "the");
  const other = await event.as("participant");
  const topicId = await perform(pitchTopic, event.host, { title: "the cache and the queue" });
  await perform(saveNote, other, { topicId, body: "the note", baseRev: 0 });
  await erasePerson(prank.userId);
  const said = await enter(other, "participant", async ({ tx }) => [
    await tx.topic.findFirst(),
    await tx.note.findFirst(),
  ]);
  expect(said).toMatchObject([{ title: "the cache and the queue" }, { body: "the note" }]);
});

test("nobody is erased from an event that is held, nor the only owner of a company with others in it", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  await perform(placeHold, event.host, { because: "A court asks" });
  await expect(erasePerson(ann.userId)).rejects.toMatchObject({ reason: "under-hold" });
  const org = await anOrg();
  await org.as("member");
  await expect(erasePerson(org.owner.userId)).rejects.toMatchObject({ reason: "only-owner" });
  expect(await prisma().user.count({ where: { id: { in: [ann.userId, org.owner.userId] } } })).toBe(2);
});

test("when the only host goes, who facilitated longest leads; with nobody, the event ends in a month", async () => {
  const [led, left] = [await anEvent(), await anEvent()];
  const crew = await led.as("facilitator");
  const rest = await left.as("participant");
  await erasePerson(led.host.userId);
  await erasePerson(left.host.userId);
  const leader = await enter(crew, "participant", async ({ member }) => member?.role);
  const purgeOn = await enter(rest, "participant", async ({ event }) => event.purgeOn);
  expect(leader).toBe("host");
  expect(purgeOn).not.toBeNull();
});

test("a person's own data is all of it, of every table that knows them, and nobody else's", async () => {
  const person = await somebody();
  const life = await aLifeOf(person);
  await aSession(person.userId);
  const data = await ownData(person.userId);
  const text = JSON.stringify(data);
  expect(data).toMatchObject({ user: { email: person.email }, event: [{ slug: life.event.slug }] });
  expect(Object.keys(data)).toEqual(
    expect.arrayContaining(["member", "session", "dots", "note_revision", "topic as pitcher_id", "ticket"]),
  );
  expect(text).not.toMatch(/token|hash/);
  expect(text).not.toContain(life.other.memberId);
  expect(text).not.toContain(life.other.userId);
  expect(data.audit).toEqual(expect.arrayContaining([expect.objectContaining({ action: "member.renamed" })]));
});

/** Columns that hold a person's id without a foreign key would be missed by export and erasure alike. */
test("every column that names a member or a user refers to them, or is known to be cleared otherwise", async () => {
  const known = [
    "change.actor_id",
    "audit.actor_id",
    "org_change.actor_id",
    "org_invitation.made_by_id",
    "invitation.made_by_id",
    "removal.member_id",
  ];
  const loose = await asOwner(async (client) => {
    const { rows } = await client.query<{ place: string }>(`
      select c.relname || '.' || a.attname as place from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and format_type(a.atttypid, null) = 'uuid'
         and a.attname ~ '(user|member|actor|person|pitcher|convener|proposer|author|owner|host|by)_id$'
         and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))`);
    return rows.map(({ place }) => place);
  });
  expect(loose.filter((place) => !known.includes(place))).toEqual([]);
});
