import { Agent, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { hashToken, sessionCookie } from "@/lib/db/session";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { mostPitches } from "@/lib/topic/rules";
import { anEvent } from "@/tests/support/an-event";
import { aLiveServer, aPhone } from "@/tests/support/live-server";

let server: Awaited<ReturnType<typeof aLiveServer>>;
const agent = new Agent({ keepAlive: true, maxSockets: 200 });
beforeAll(async () => {
  server = await aLiveServer();
});
afterAll(async () => {
  agent.destroy();
  await server.close();
});

type Answer = { status: number; retryAfter: string | undefined; ms: number };

/** A vote from this machine's one address, as a phone of the hall would send it. */
function vote(slug: string, cookie: string, topicId: string, dots = 1) {
  const began = performance.now();
  const headers = { cookie: `${sessionCookie()}=${cookie}`, origin: server.origin, "content-type": "application/json" };
  return new Promise<Answer>((done, fail) => {
    const path = `/live/e/${slug}/dots`;
    const asked = request({ port: server.port, host: "127.0.0.1", path, method: "PUT", headers, agent }, (answer) => {
      const { statusCode: status = 0, headers } = answer;
      answer.resume();
      answer.on("end", () => done({ status, retryAfter: headers["retry-after"], ms: performance.now() - began }));
    });
    asked.on("error", fail);
    asked.end(JSON.stringify({ topicId, dots }));
  });
}

async function aHall(people: number) {
  const event = await anEvent({ phase: "voting" });
  const topicId = await perform(pitchTopic, event.host, { title: "One address for all" });
  const users = await prisma().user.createManyAndReturn({
    data: Array.from({ length: people }, () => ({ name: null })),
  });
  const guests = users.map(({ id }, n) => ({ userId: id, token: `guest-${event.slug}-${n}` }));
  await enter(event.host, "host", ({ tx, event: { id } }) =>
    tx.member.createMany({ data: guests.map(({ userId }) => ({ eventId: id, userId, name: "Guest" })) }),
  );
  const expires = new Date(Date.now() + 60 * 60_000);
  const data = guests.map(({ userId, token }) => ({ userId, sessionToken: hashToken(token), expires }));
  await prisma().session.createMany({ data });
  return { event, topicId, tokens: guests.map(({ token }) => token) };
}

const count = (answers: Answer[], status: number) => answers.filter((answer) => answer.status === status).length;

test("a thousand people behind one address vote at once, and every one of them is served", async () => {
  const { event, topicId, tokens } = await aHall(1_000);
  const answers = await Promise.all(tokens.map((token) => vote(event.slug, token, topicId)));
  expect(count(answers, 200)).toBe(1_000);
  const stored = await enter(event.host, "host", ({ tx }) => tx.dots.aggregate({ _sum: { dots: true } }));
  expect(stored._sum.dots).toBe(1_000);
});

test("one session that sends a thousand gets 429 and Retry-After; its neighbour does not notice", async () => {
  const { event, topicId, tokens } = await aHall(2);
  const [script = "", neighbour = ""] = tokens;
  const attack = Array.from({ length: 1_000 }, (_, n) => vote(event.slug, script, topicId, n % 2));
  const honest: Answer[] = [];
  for (let n = 0; n < 20; n++) honest.push(await vote(event.slug, neighbour, topicId, 1 + (n % 2)));
  const answers = await Promise.all(attack);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(600);
  expect(count(answers, 200) + refused.length).toBe(1_000);
  for (const { retryAfter } of refused) expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
  expect(count(honest, 200)).toBe(20);
  // on a machine that other tests keep busy; behind the attack it would be for ever
  expect(Math.max(...honest.map(({ ms }) => ms))).toBeLessThan(5_000);
  expect(await vote(event.slug, neighbour, topicId)).toMatchObject({ status: 200, retryAfter: undefined });
});

test("the limit is the session's: the same person on another device still votes", async () => {
  const { event, topicId, tokens } = await aHall(1);
  const [script = ""] = tokens;
  const flood = Promise.all(Array.from({ length: 400 }, () => vote(event.slug, script, topicId)));
  const { userId } = await prisma().session.findUniqueOrThrow({ where: { sessionToken: hashToken(script) } });
  const other = await aPhone(server, userId);
  expect(count(await flood, 429)).toBeGreaterThan(100);
  const calls = Array.from({ length: 150 }, () => other.call(`e/${event.slug}/dots`, "PUT", { topicId, dots: 1 }));
  for (const { status } of await Promise.all(calls)) expect(status).toBe(200);
});

test("one person cannot bury the marketplace in topics; facilitators, who type for others, may go on", async () => {
  const event = await anEvent();
  const [spam, other, crew] = [
    await event.as("participant"),
    await event.as("participant"),
    await event.as("facilitator"),
  ];
  for (let n = 0; n < mostPitches; n++) {
    await perform(pitchTopic, spam, { title: `Buy now ${n}` });
    await perform(pitchTopic, crew, { title: `From the floor ${n}` });
  }
  await expect(perform(pitchTopic, spam, { title: "Buy now, last chance" })).rejects.toMatchObject({
    reason: "too-many-pitches",
  });
  await perform(pitchTopic, other, { title: "Something to talk about" });
  await perform(pitchTopic, crew, { title: "One more from the floor" });
  await enter(event.host, "host", ({ tx }) =>
    tx.topic.updateMany({ data: { pitchedAt: new Date(Date.now() - 11 * 60_000) } }),
  );
  await perform(pitchTopic, spam, { title: "Honest this time" });
});
