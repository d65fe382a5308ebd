import { createHash, randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { POST } from "@/app/e/[slug]/outbox/route";
import { prisma } from "@/lib/db/client";
import { type Caller, enter } from "@/lib/db/enter";
import { ask, perform } from "@/lib/db/perform";
import { openPhase } from "@/lib/event/commands";
import { viewTalk } from "@/lib/programme/queries";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { viewTopic, viewTopics } from "@/lib/topic/queries";
import { aFullDay } from "@/tests/support/a-full-day";
import { anEvent, aUser, type Person } from "@/tests/support/an-event";
import { aSession } from "@/tests/support/session";

vi.mock("server-only", () => ({}));

const origin = "http://localhost:3000";
type Values = Record<string, string>;

/** A phone that sends what waits on it, as often and in whatever way a bad network makes it. */
async function aPhone(who: Caller) {
  const session = who.userId ? await aSession(who.userId) : null;
  const cookie = session ? `${session.name}=${session.value}` : "";
  const { ballot } = await ask(viewTopics, who, undefined).catch(() => ({ ballot: null }));
  const mark = ballot?.member?.mark ?? "0123456789abcdef";
  const raw = async (body: string, headers: Record<string, string> = {}, slug = who.slug) => {
    const all = { cookie, origin, host: "localhost:3000", ...headers };
    const request = new Request(`${origin}/e/${slug}/outbox`, { method: "POST", body, headers: all });
    const answer = await POST(request, { params: Promise.resolve({ slug }) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const send = async (kind: string, values: Values, key: string = randomUUID(), as = mark) => {
    const { status, text } = await raw(JSON.stringify({ kind, mark: as, values }), { "idempotency-key": key });
    return [status, JSON.parse(text)] as const;
  };
  return { mark, raw, send };
}

const titlesOf = async (who: Caller) =>
  (await ask(viewTopics, who, undefined)).snapshot.topics.map(({ title }) => title);

test("a pitch that is sent again hangs once, and gets the same answer", async () => {
  const event = await anEvent();
  const phone = await aPhone(await event.as("participant"));
  const key = randomUUID();
  const [first, again] = [
    await phone.send("pitch", { title: "Toil" }, key),
    await phone.send("pitch", { title: "Toil" }, key.toUpperCase()),
  ];
  expect(first).toEqual([200, { value: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  expect(again).toEqual(first);
  expect(await titlesOf(event.host)).toEqual(["Toil"]);
});

test("twenty copies at once hang one topic, tell it once, and all get the same answer", async () => {
  const event = await anEvent();
  const phone = await aPhone(await event.as("participant"));
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => phone.send("pitch", { title: "Toil" }, key)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.[0]).toBe(200);
  expect(await titlesOf(event.host)).toEqual(["Toil"]);
  const told = await enter(event.host, "host", ({ tx }) => tx.change.count({ where: { kind: "topic.pitched" } }));
  expect(told).toBe(1);
});

test("the same key with another body, or for another kind, is refused and changes nothing", async () => {
  const event = await anEvent();
  const phone = await aPhone(await event.as("participant", "Ann"));
  const key = randomUUID();
  await phone.send("pitch", { title: "Toil" }, key);
  expect(await phone.send("pitch", { title: "Other" }, key)).toEqual([422, { reason: "key-reused" }]);
  expect(await phone.send("name", { name: "Toil" }, key)).toEqual([422, { reason: "key-reused" }]);
  expect(await titlesOf(event.host)).toEqual(["Toil"]);
});

test("another person's key is nobody else's: both pitches hang, and neither learns of the other", async () => {
  const event = await anEvent();
  const [ann, bob] = [await aPhone(await event.as("participant")), await aPhone(await event.as("participant"))];
  const key = randomUUID();
  const [[, hers], [status, his]] = [
    await ann.send("pitch", { title: "Hers" }, key),
    await bob.send("pitch", { title: "His" }, key),
  ];
  expect(status).toBe(200);
  expect(his.value).not.toBe(hers.value);
  expect((await titlesOf(event.host)).sort()).toEqual(["Hers", "His"]);
});

test("what one person wrote is never taken as another's, whoever is signed in by now", async () => {
  const event = await anEvent();
  const [ann, bob] = [await aPhone(await event.as("participant")), await aPhone(await event.as("participant"))];
  const sent = await bob.send("pitch", { title: "Hers" }, randomUUID(), ann.mark);
  expect(sent).toEqual([403, { reason: "another-person" }]);
  expect(await titlesOf(event.host)).toEqual([]);
  expect(ann.mark).not.toBe(bob.mark);
});

test("a no is as final as a yes: a copy that comes after the doors have opened again changes nothing", async () => {
  const event = await anEvent({ phase: "placing" });
  const phone = await aPhone(await event.as("participant"));
  const key = randomUUID();
  const no = [409, { reason: "pitching-closed", fields: {}, about: { phase: "placing" } }];
  expect(await phone.send("pitch", { title: "Late" }, key)).toEqual(no);
  await perform(openPhase, event.host, { phase: "marketplace", minutes: null });
  expect(await phone.send("pitch", { title: "Late" }, key)).toEqual(no);
  expect(await titlesOf(event.host)).toEqual([]);
  expect((await phone.send("pitch", { title: "Late" }))[0]).toBe(200);
});

test("a refusal undoes all of the work, names the fields, and keeps its receipt", async () => {
  const event = await anEvent();
  const ann = await event.as("participant", "Ann");
  const phone = await aPhone(ann);
  expect(await phone.send("pitch", { title: "x", pitch: "y".repeat(281) })).toEqual([
    409,
    { reason: "invalid-input", fields: { title: ["too-small"], pitch: ["too-big"] }, about: {} },
  ]);
  expect(await phone.send("name", { name: "n".repeat(61) })).toMatchObject([409, { fields: { name: ["too-big"] } }]);
  expect(await phone.send("star", { entryId: randomUUID(), starred: "true" })).toMatchObject([
    409,
    { reason: "not-found" },
  ]);
  const receipts = await enter(event.host, "host", ({ tx }) => tx.receipt.findMany());
  expect(receipts.map(({ memberId }) => memberId)).toEqual([ann.memberId, ann.memberId, ann.memberId]);
});

test("edits, notes, stars and names go the same way as their forms", async () => {
  const day = await aFullDay();
  const phone = await aPhone(day.regular);
  const topicId = (await ask(viewTopics, day.regular, undefined)).ballot.mine[0] ?? "";
  const starred = async () => (await ask(viewTalk, day.regular, { entryId: day.talkId })).entry.starred;
  await perform(openPhase, day.host, { phase: "marketplace", minutes: null });
  const was = await starred();
  const done = [
    await phone.send("star", { entryId: day.talkId, starred: String(!was) }),
    await phone.send("edit", { topicId, title: "Renamed\0 offline", pitch: "p", anonymous: "on" }),
    await phone.send("note", { topicId, body: "One", baseRev: "0" }),
    await phone.send("name", { name: "New Name" }),
  ];
  expect(done.map(([status]) => status)).toEqual([200, 200, 200, 200]);
  expect(done[2]?.[1]).toEqual({ value: { body: "One", rev: 1, merged: false } });
  const view = await ask(viewTopic, day.regular, { topicId });
  expect([view.card?.title, view.note.body, view.ballot.member?.name]).toEqual(["Renamed offline", "One", "New Name"]);
  expect(await starred()).toBe(!was);
});

test("a note whose answer was lost is not merged with itself", async () => {
  const event = await anEvent();
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  const topicId = await perform(pitchTopic, ann, { title: "On-call" });
  const [hers, his] = [await aPhone(ann), await aPhone(bob)];
  const key = randomUUID();
  const note = { topicId, body: "one\ntwo", baseRev: "0" };
  await hers.send("note", note, key);
  await his.send("note", { topicId, body: "zero\none\ntwo changed", baseRev: "1" });
  expect(await hers.send("note", note, key)).toEqual([
    200,
    { value: { body: "zero\none\ntwo changed", rev: 2, merged: true } },
  ]);
  expect((await ask(viewTopic, ann, { topicId })).note).toMatchObject({ body: "zero\none\ntwo changed", rev: 2 });
});

test("a private event answers a stranger, byte for byte, as a place where nothing is", async () => {
  const event = await anEvent({ visibility: "private" });
  const body = JSON.stringify({ kind: "pitch", mark: "0123456789abcdef", values: { title: "Hello" } });
  const stranger = await event.asStranger();
  for (const who of [stranger, event.asVisitor()]) {
    const phone = await aPhone(who);
    const key = { "idempotency-key": randomUUID() };
    const [hidden, missing] = [await phone.raw(body, key), await phone.raw(body, key, "no-such-day")];
    expect([hidden.status, hidden.text]).toEqual([404, '{"reason":"not-found"}']);
    expect([missing.status, missing.text]).toEqual([hidden.status, hidden.text]);
    expect(Object.fromEntries(missing.headers)).toEqual(Object.fromEntries(hidden.headers));
  }
});

async function remove({ slug, userId }: Person) {
  await enter({ slug, userId }, "participant", ({ tx, member }) =>
    tx.member.deleteMany({ where: { id: member?.id ?? "" } }),
  );
}

test("whoever was removed is told so where the event is open, and nothing where it is private", async () => {
  for (const [visibility, status, reason] of [
    ["public", 401, "not-joined"],
    ["private", 404, "not-found"],
  ] as const) {
    const event = await anEvent({ visibility });
    const ann = await event.as("participant");
    const phone = await aPhone(ann);
    const key = randomUUID();
    expect((await phone.send("name", { name: "Ann" }, key))[0]).toBe(200);
    await remove(ann);
    expect(await phone.send("name", { name: "Ann" }, key)).toEqual([status, { reason }]);
    const left = await enter(event.host, "host", ({ tx }) => tx.receipt.count());
    expect(left).toBe(0);
  }
});

test("without a session nothing is taken, and nobody is joined by it", async () => {
  const event = await anEvent();
  const members = () => enter(event.host, "host", ({ tx }) => tx.member.count());
  const before = await members();
  expect(await (await aPhone(event.asVisitor())).send("pitch", { title: "Hello" })).toEqual([
    401,
    { reason: "not-signed-in" },
  ]);
  expect(await (await aPhone(await event.asStranger())).send("pitch", { title: "Hello" })).toEqual([
    401,
    { reason: "not-joined" },
  ]);
  expect(await members()).toBe(before);
});

test("another site's page, no page at all, and what no page of ours sends are turned away", async () => {
  const event = await anEvent();
  const phone = await aPhone(await event.as("participant"));
  const body = JSON.stringify({ kind: "pitch", mark: phone.mark, values: { title: "Hello" } });
  const key = { "idempotency-key": randomUUID() };
  const status = async (text: string, headers: Record<string, string>) => (await phone.raw(text, headers)).status;
  expect(await status(body, { ...key, origin: "https://evil.example" })).toBe(403);
  expect(await status(body, { ...key, origin: "null" })).toBe(403);
  expect(await status(body, {})).toBe(400);
  expect(await status(body, { "idempotency-key": "mine" })).toBe(400);
  for (const strange of [
    "",
    "{",
    "[]",
    body.replace("pitch", "nothing"),
    body.replace("pitch", "constructor"),
    body.replace("{", '{"role":"host",'),
    body.replace('"Hello"', "1"),
    body.replace(phone.mark, "x"),
  ])
    expect(await status(strange, key)).toBe(400);
  expect(await status(body.replace("Hello", "x".repeat(400_000)), key)).toBe(413);
  const extra = body.replace('"title"', '"pitcherId":"x","title"');
  expect(await phone.raw(extra, { "idempotency-key": randomUUID() })).toMatchObject({ status: 409 });
  expect(await titlesOf(event.host)).toEqual([]);
});

test("a thousand requests of one session are too many, and the next session is not asked to wait", async () => {
  const event = await anEvent();
  const [storm, calm] = [await aPhone(await event.as("participant")), await aPhone(await event.as("participant"))];
  const answers = await Promise.all(Array.from({ length: 400 }, () => storm.raw("{}", { "idempotency-key": "x" })));
  const turned = answers.filter(({ status }) => status === 429);
  expect(turned.length).toBeGreaterThan(50);
  expect(Number(turned[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await calm.send("pitch", { title: "Calm" }))[0]).toBe(200);
});

test("a receipt of another event is not seen, and old ones go with the next", async () => {
  const [one, other] = [await anEvent(), await anEvent()];
  const ann = await one.as("participant");
  const phone = await aPhone(ann);
  await phone.send("name", { name: "Ann" });
  expect(await enter(other.host, "host", ({ tx }) => tx.receipt.count())).toBe(0);
  const old = new Date(Date.now() - 9 * 24 * 60 * 60_000);
  await enter(one.host, "host", ({ tx }) => tx.receipt.updateMany({ data: { madeAt: old } }));
  await phone.send("name", { name: "Ann Again" });
  expect(await enter(one.host, "host", ({ tx }) => tx.receipt.count())).toBe(1);
});

test("a guest who becomes a person is the same member: what was sent before the sign-in is not done again", async () => {
  const event = await anEvent();
  const guest = await event.as("participant");
  const key = randomUUID();
  const before = await aPhone(guest);
  const first = await before.send("pitch", { title: "As a guest" }, key);
  const person = { slug: event.slug, userId: await aUser(`${key}@example.org`) };
  await prisma().$executeRaw`select adopt_guest(${guest.userId}::uuid, ${person.userId}::uuid)`;
  const after = await aPhone(person);
  expect(after.mark).toBe(before.mark);
  expect(await after.send("pitch", { title: "As a guest" }, key)).toEqual(first);
  expect(await titlesOf(event.host)).toEqual(["As a guest"]);
});

test("the mark of a member says nothing that others could use", async () => {
  const event = await anEvent();
  const ann = await event.as("participant");
  const { mark } = await aPhone(ann);
  expect(mark).toBe(createHash("sha256").update(`mark ${ann.memberId}`).digest("hex").slice(0, 16));
  const everything = JSON.stringify(await ask(viewTopics, await event.as("participant"), undefined));
  for (const secret of [mark, ann.memberId, ann.userId]) expect(everything).not.toContain(secret);
});
