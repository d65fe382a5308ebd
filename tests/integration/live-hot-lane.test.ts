import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enter, wallKey } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { endSessions } from "@/lib/db/session";
import { env } from "@/lib/env";
import { openPhase, rotateWall } from "@/lib/event/commands";
import { applyFrame, type Ballot, type Snapshot } from "@/lib/live/feed";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, aUser, type TestEvent } from "@/tests/support/an-event";
import { aLiveServer, aPhone, boardAt, listenTo, type Phone } from "@/tests/support/live-server";
import { soon } from "@/tests/support/soon";

let live: Awaited<ReturnType<typeof aLiveServer>>;
const listening: { client: { disconnect: () => void } }[] = [];

beforeAll(async () => {
  live = await aLiveServer();
});
afterAll(async () => {
  for (const { client } of listening) client.disconnect();
  await live.close();
});

const phoneOf = (userId: string | null) => aPhone(live, userId);

function listen(phone: Phone, event: TestEvent, more: { audience?: "crew"; wall?: string } = {}) {
  const heard = listenTo(live, phone, { slug: event.slug, id: event.id, ...more });
  listening.push(heard);
  return heard;
}

/** An event in which one may vote, with topics of one convener. */
async function aVote(titles: string[], settings: { tallies?: "hidden" | "shown"; dotsPerMember?: number } = {}) {
  const event = await anEvent({ dotsPerMember: 5, dotsPerTopic: 3, ...settings });
  const convener = await event.as("participant", "Connie Convener");
  const topics: string[] = [];
  for (const title of titles) {
    topics.push(await perform(pitchTopic, convener, { title, pitch: "" }));
  }
  await perform(openPhase, event.host, { phase: "voting", minutes: null });
  const dots = `e/${event.slug}/dots`;
  return { event, convener, topics: topics as [string, ...string[]], dots };
}

test("a vote is acknowledged with the dots left, and stands in the ballot", async () => {
  const { event, topics, dots } = await aVote(["On-call"]);
  const phone = await phoneOf((await event.as("participant", "Ann Attendee")).userId);
  const answer = await phone.call(dots, "PUT", { topicId: topics[0], dots: 2 });
  expect([answer.status, await answer.json()]).toEqual([200, { left: 3 }]);
  const ballot: Ballot = await (await phone.call(`e/${event.slug}/me`)).json();
  expect(ballot).toEqual({
    member: {
      name: "Ann Attendee",
      nameIsMadeUp: false,
      role: "participant",
      mark: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
    dots: { [topics[0]]: 2 },
    mine: [],
    barred: null,
  });
});

test("a hundred casts at once never exceed the budget", async () => {
  const { event, topics, dots } = await aVote(["Alpha", "Beta", "Gamma", "Delta"]);
  const phone = await phoneOf((await event.as("participant")).userId);
  const casts = Array.from({ length: 100 }, (_, n) =>
    phone.call(dots, "PUT", { topicId: topics[n % 4], dots: 1 + (n % 3) }),
  );
  const statuses = (await Promise.all(casts)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 409]));
  const ballot: Ballot = await (await phone.call(`e/${event.slug}/me`)).json();
  const cast = Object.values(ballot.dots);
  expect(cast.reduce((sum, dots) => sum + dots, 0)).toBeLessThanOrEqual(5);
  expect(Math.max(...cast)).toBeLessThanOrEqual(3);
});

test("each no has its reason", async () => {
  const { event, topics, dots } = await aVote(["Alpha", "Beta"]);
  const phone = await phoneOf((await event.as("participant")).userId);
  const cast = async (topicId: string, dotsGiven: unknown) => {
    const answer = await phone.call(dots, "PUT", { topicId, dots: dotsGiven });
    return [answer.status, await answer.json()];
  };
  expect(await cast(topics[0], 4)).toEqual([409, { reason: "too-many-on-topic", left: 5 }]);
  expect(await cast(topics[0], 3)).toEqual([200, { left: 2 }]);
  expect(await cast(topics[1] ?? "", 3)).toEqual([409, { reason: "out-of-dots", left: 2 }]);
  expect(await cast(randomUUID(), 1)).toEqual([404, { reason: "not-found" }]);
  expect(await cast("no uuid", 1)).toEqual([400, { reason: "invalid-input" }]);
  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  expect(await cast(topics[1] ?? "", 1)).toEqual([409, { reason: "voting-closed", left: 2 }]);
  expect(await cast(topics[0], 3)).toEqual([200, { left: 2 }]);
});

test("who has not joined is told so, joins with the code of the QR code, and votes", async () => {
  const { event, topics, dots } = await aVote(["Alpha"]);
  const phone = await phoneOf(null);
  const vote = () => phone.call(dots, "PUT", { topicId: topics[0], dots: 1 });
  expect(await (await vote()).json()).toEqual({ reason: "not-joined" });
  expect((await phone.call(`e/${event.slug}/join`, "POST", { code: "WRONG" })).status).toBe(409);
  phone.jar.set("twofeet.code", event.code);
  const joined = await phone.call(`e/${event.slug}/join`, "POST", {});
  expect([joined.status, await joined.json()]).toEqual([200, { name: expect.stringMatching(/^\w+ \w+$/) }]);
  expect(joined.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);
  expect((await vote()).status).toBe(200);
});

test("a signed-in stranger joins as who they are", async () => {
  const { event, topics, dots } = await aVote(["Alpha"]);
  const phone = await phoneOf(await aUser());
  expect((await phone.call(dots, "PUT", { topicId: topics[0], dots: 1 })).status).toBe(401);
  const joined = await phone.call(`e/${event.slug}/join`, "POST", { code: event.code });
  expect([joined.status, joined.headers.getSetCookie()]).toEqual([200, []]);
  expect((await phone.call(dots, "PUT", { topicId: topics[0], dots: 1 })).status).toBe(200);
});

test("what is hidden answers byte for byte as what does not exist", async () => {
  const event = await anEvent({ visibility: "private" });
  const stranger = await phoneOf(await aUser());
  const calls: [string, string, unknown?][] = [
    ["board", "GET"],
    ["board?wall=guess", "GET"],
    ["me", "GET"],
    ["keeper", "GET"],
    ["dots", "PUT", { topicId: randomUUID(), dots: 1 }],
    ["seen", "PUT", { topicIds: [randomUUID()] }],
    ["join", "POST", { code: event.code }],
  ];
  for (const [path, method, body] of calls) {
    const ask = async (slug: string) => {
      const answer = await stranger.call(`e/${slug}/${path}`, method, body);
      const headers = [...answer.headers].filter(([name]) => name !== "date");
      return { status: answer.status, headers, body: await answer.text() };
    };
    const hidden = await ask(event.slug);
    expect(hidden.status).toBe(404);
    expect(hidden).toEqual(await ask("no-such-event"));
  }
});

test("hidden tallies are in no payload of the hall, and always in those of the crew", async () => {
  const { event, topics, dots } = await aVote(["Alpha"]);
  const [ann, host] = [await phoneOf((await event.as("participant")).userId), await phoneOf(event.host.userId)];
  const [hall, crew] = [listen(ann, event), listen(host, event, { audience: "crew" })];
  await Promise.all([hall.subscribed, crew.subscribed]);
  await boardAt(ann, event.slug);
  await ann.call(dots, "PUT", { topicId: topics[0], dots: 2 });
  await soon(() => expect(crew.frames).toMatchObject([{ tallies: { [topics[0]]: [2, 1] } }]));
  expect((await boardAt(ann, event.slug)).tallies).toBeNull();
  expect((await boardAt(host, event.slug)).tallies).toEqual({ [topics[0]]: [2, 1] });
  const asHall = await host.call(`e/${event.slug}/board?as=hall`);
  expect((await asHall.json()).tallies).toBeNull();
  expect(JSON.stringify(hall.frames)).not.toContain("tallies");

  await perform(openPhase, event.host, { phase: "placing", minutes: null });
  await soon(() => expect(hall.frames.at(-1)).toMatchObject({ tallies: { [topics[0]]: [2, 1] } }));
});

test("a phone that applies every frame has the board that it would fetch", async () => {
  const { event, topics, dots, convener } = await aVote(["Alpha", "Beta"], { tallies: "shown" });
  const ann = await phoneOf((await event.as("participant")).userId);
  let phone: Snapshot = await boardAt(ann, event.slug);
  const hall = listen(ann, event);
  await hall.subscribed;
  for (const [n, topicId] of topics.entries()) await ann.call(dots, "PUT", { topicId, dots: n + 1 });
  await ann.call(dots, "PUT", { topicId: topics[0], dots: 0 });
  await perform(openPhase, event.host, { phase: "marketplace", minutes: null });
  await perform(pitchTopic, convener, { title: "Gamma", pitch: "" });
  await soon(async () => {
    const truth = await boardAt(ann, event.slug);
    expect(truth.topics).toHaveLength(3);
    const applied = hall.frames.reduce<Snapshot>((board, frame) => {
      const next = applyFrame(board, frame);
      if (next === "gap") throw new Error("a frame was lost");
      return next;
    }, phone);
    expect({ ...applied, now: truth.now, seq: truth.seq }).toEqual(truth);
  });
  phone = await boardAt(ann, event.slug);
  expect(phone.tallies).toEqual({ [topics[1] ?? ""]: [2, 1] });
});

test("a board that did not change answers 304, in any encoding otherwise", async () => {
  const { event } = await aVote(["Alpha"]);
  const ann = await phoneOf(null);
  const whole = await ann.call(`e/${event.slug}/board`, "GET", undefined, { "accept-encoding": "br" });
  const { seq } = await whole.json();
  expect(whole.headers.get("content-encoding")).toBe("br");
  const etag = whole.headers.get("etag") ?? "";
  expect((await ann.call(`e/${event.slug}/board`, "GET", undefined, { "if-none-match": etag })).status).toBe(304);
  expect((await ann.call(`e/${event.slug}/board?since=${seq}`)).status).toBe(304);
  expect((await ann.call(`e/${event.slug}/board?since=${seq - 1}`)).status).toBe(200);
});

test("after a restart the clock goes on, and so do the frames", async () => {
  const { event, topics, dots } = await aVote(["Alpha"], { tallies: "shown" });
  const first = await aLiveServer();
  const ann = await aPhone(first, (await event.as("participant")).userId);
  await ann.call(dots, "PUT", { topicId: topics[0], dots: 1 });
  const before = await soon(async () => {
    const board = await boardAt(ann, event.slug);
    expect(board.tallies).toEqual({ [topics[0]]: [1, 1] });
    return board;
  });
  await first.close();
  const second = await aLiveServer();
  const again = { ...(await aPhone(second, null)), jar: ann.jar };
  const bob = await aPhone(second, (await event.as("participant")).userId);
  const heard = listenTo(second, bob, { slug: event.slug, id: event.id });
  await heard.subscribed;
  expect((await boardAt(again, event.slug)).seq).toBe(before.seq);
  await bob.call(dots, "PUT", { topicId: topics[0], dots: 2 });
  await soon(() =>
    expect(heard.frames.at(-1)).toMatchObject({ seq: before.seq + 1, tallies: { [topics[0]]: [3, 2] } }),
  );
  heard.client.disconnect();
  await second.close();
});

test("a change in one process reaches the phones of another, and both have the same clock", async () => {
  const { event, topics, dots } = await aVote(["Alpha"], { tallies: "shown" });
  const other = await aLiveServer();
  const ann = await aPhone(other, (await event.as("participant")).userId);
  const bob = await phoneOf((await event.as("participant")).userId);
  const heard = listen(bob, event);
  await heard.subscribed;
  await boardAt(bob, event.slug);
  await ann.call(dots, "PUT", { topicId: topics[0], dots: 1 });
  await soon(() => expect(heard.frames.at(-1)).toMatchObject({ tallies: { [topics[0]]: [1, 1] } }));
  await soon(async () => expect((await boardAt(ann, event.slug)).seq).toBe((await boardAt(bob, event.slug)).seq));
  await other.close();
});

test("whoever may not look may not listen; only the crew hears the crew's channel", async () => {
  const event = await anEvent({ visibility: "private" });
  const stranger = await phoneOf(await aUser());
  const member = await phoneOf((await event.as("participant")).userId);
  await expect(listen(stranger, event).subscribed).rejects.toMatchObject({ error: "404" });
  await expect(listen(member, event, { audience: "crew" }).subscribed).rejects.toMatchObject({ error: "404" });
  await listen(member, event).subscribed;
});

test("a wall's key opens the hall's channel and board of a private event, until it is renewed", async () => {
  const event = await anEvent({ visibility: "private" });
  const projector = await phoneOf(null);
  const wall = await enter(event.host, "host", async ({ event: row }) => wallKey(row));
  const heard = listen(projector, event, { wall });
  await heard.subscribed;
  expect((await projector.call(`e/${event.slug}/board?wall=${wall}`)).status).toBe(200);
  await perform(rotateWall, event.host, {});
  await soon(() => expect(heard.client.connection.state).not.toBe("connected"));
  expect((await projector.call(`e/${event.slug}/board?wall=${wall}`)).status).toBe(404);
});

test("whoever signs out everywhere or is removed loses their socket within five seconds", async () => {
  const event = await anEvent({ visibility: "private" });
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  const [annHears, bobHears] = [listen(await phoneOf(ann.userId), event), listen(await phoneOf(bob.userId), event)];
  await Promise.all([annHears.subscribed, bobHears.subscribed]);
  await endSessions(ann.userId);
  await soon(() => expect(annHears.client.connection.state).not.toBe("connected"));
  expect(bobHears.client.connection.state).toBe("connected");
  await enter(event.host, "host", async ({ tx }) => {
    await tx.member.delete({ where: { eventId_id: { eventId: event.id, id: bob.memberId } } });
    await tx.$executeRaw`select pg_notify('sessions', '')`;
  });
  await soon(() => expect(bobHears.client.connection.state).not.toBe("connected"));
});

test("another site's page cannot write, and only known methods are answered", async () => {
  const { event, topics, dots } = await aVote(["Alpha"]);
  const ann = await phoneOf((await event.as("participant")).userId);
  const cast = { topicId: topics[0], dots: 1 };
  expect((await ann.call(dots, "PUT", cast, { origin: "https://evil.example" })).status).toBe(403);
  expect((await ann.call(dots, "POST", cast)).status).toBe(405);
  expect((await ann.call(dots, "PUT", { ...cast, extra: 1 })).status).toBe(400);
  expect((await ann.call("nothing", "GET")).status).toBe(404);
});

test("a script is slowed down with 429, its neighbours at the same address are not", async () => {
  const { event, topics, dots } = await aVote(["Alpha"]);
  const [script, ann] = [
    await phoneOf((await event.as("participant")).userId),
    await phoneOf((await event.as("participant")).userId),
  ];
  const flood = await Promise.all(
    Array.from({ length: 300 }, () => script.call(dots, "PUT", { topicId: topics[0], dots: 1 })),
  );
  const refused = flood.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(50);
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ann.call(dots, "PUT", { topicId: topics[0], dots: 1 })).status).toBe(200);
});

test("topics shown in the quick mode are remembered once", async () => {
  const { event, topics } = await aVote(["Alpha", "Beta"]);
  const ann = await phoneOf((await event.as("participant")).userId);
  for (let n = 0; n < 2; n++) {
    expect((await ann.call(`e/${event.slug}/seen`, "PUT", { topicIds: topics })).status).toBe(200);
  }
  const seen = await enter(event.host, "host", ({ tx }) => tx.seen.count());
  expect(seen).toBe(2);
});

test("a lost database connection costs no vote, and frames go on", async () => {
  const { event, topics, dots } = await aVote(["Alpha"], { tallies: "shown" });
  const people = await Promise.all(Array.from({ length: 30 }, () => event.as("participant")));
  const phones = await Promise.all(people.map(({ userId }) => phoneOf(userId)));
  const heard = listen(phones[0] as Phone, event);
  await heard.subscribed;
  const votes = phones.map(async (phone, n) => {
    await new Promise((done) => setTimeout(done, n * 20));
    return (await phone.call(dots, "PUT", { topicId: topics[0], dots: 1 })).status;
  });
  const knife = new pg.Client(env().DATABASE_APP_URL);
  await knife.connect();
  for (let cut = 0; cut < 3; cut++) {
    await new Promise((done) => setTimeout(done, 150));
    await knife.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'twofeet %' and usename = 'app'",
    );
  }
  await knife.end();
  expect(new Set(await Promise.all(votes))).toEqual(new Set([200]));
  await soon(() => expect(heard.frames.at(-1)).toMatchObject({ tallies: { [topics[0]]: [30, 30] } }));
});
