import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import Pusher from "pusher";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { placeTopic } from "@/lib/board/commands";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { endSessions } from "@/lib/db/session";
import { env } from "@/lib/env";
import { openPhase } from "@/lib/event/commands";
import { channelOf } from "@/lib/live/channel";
import { applyFrame, type Ballot, type Frame, type Snapshot } from "@/lib/live/feed";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { contentOf } from "@/tests/chaos/content";
import { openPhones } from "@/tests/chaos/open-phones";
import { anEvent, type TestEvent } from "@/tests/support/an-event";
import { aPhone, boardAt, listenTo, type Phone } from "@/tests/support/live-server";
import { hasNginx, openNginx } from "@/tests/support/nginx";
import { type AppProcess, aProcess } from "@/tests/support/processes";
import { soon } from "@/tests/support/soon";

let a: AppProcess;
let b: AppProcess;
let nginx: Awaited<ReturnType<typeof openNginx>>;
const ends: (() => void)[] = [];

describe.skipIf(!hasNginx())("two processes behind nginx on one database", () => {
  beforeAll(async () => {
    [a, b] = await Promise.all([aProcess(), aProcess()]);
    nginx = await openNginx([a.port, b.port]);
  }, 120_000);
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });
  afterAll(async () => {
    await nginx?.close();
    await Promise.all([a?.end("SIGKILL"), b?.end("SIGKILL")]);
  });

  test("a vote, a pitch and a placement through either reach the phones of both", async () => {
    const { event, topics, dots } = await aVote(["Alpha", "Beta"]);
    const phones = await manyPhones(event, 16);
    const held = await Promise.all([socketsAt(a, event), socketsAt(b, event)]);
    expect(held.reduce((sum, count) => sum + count)).toBe(16);
    expect(Math.min(...held)).toBeGreaterThan(0);
    for (const [n, at] of [a, b].entries()) {
      const voter = await aPhone(at, (await event.as("participant")).userId);
      const answer = await voter.call(dots, "PUT", { topicId: topics[n], dots: n + 1 });
      expect(answer.status).toBe(200);
    }
    await perform(pitchTopic, event.host, { title: "Gamma" });
    await perform(openPhase, event.host, { phase: "placing", minutes: null });
    await perform(placeTopic, event.host, { topicId: topics[0] ?? "", ...event.withSpot() });
    const truth = await soon(async () => {
      const board = await boardAt(await aPhone(a, null), event.slug);
      expect(board.topics.map(({ title, place }) => [title, place !== null])).toEqual([
        ["Alpha", true],
        ["Beta", false],
        ["Gamma", false],
      ]);
      expect(board.tallies).toEqual({ [topics[0] ?? ""]: [1, 1], [topics[1] ?? ""]: [2, 1] });
      return board;
    });
    await soon(() => expect(new Set(phones.map(shown))).toEqual(new Set([meaning(truth)])));
  });

  test("what travels between them carries nothing", async () => {
    const { event, topics, dots } = await aVote(["Alpha"]);
    const heard: [channel: string, payload: string | undefined][] = [];
    const ear = new pg.Client(env().DATABASE_APP_URL);
    await ear.connect();
    ear.on("notification", ({ channel, payload }) => heard.push([channel, payload]));
    await ear.query(`listen "event_${event.id}"; listen sessions`);
    const ann = await event.as("participant");
    await (await aPhone(a, ann.userId)).call(dots, "PUT", { topicId: topics[0], dots: 1 });
    await perform(pitchTopic, event.host, { title: "A title that must not travel" });
    await endSessions(ann.userId);
    await soon(() => expect(new Set(heard.map(([channel]) => channel)).size).toBe(2));
    expect(new Set(heard.map(([, payload]) => payload))).toEqual(new Set([""]));
    await ear.end();
  });

  test("one seq means one board, in both and at any time, and in the end both stand at the database's", async () => {
    const { event, topics, dots } = await aVote(["Alpha", "Beta", "Gamma"], { dotsPerMember: 9 });
    const phones = await manyPhones(event, 8);
    const voters = await Promise.all(Array.from({ length: 24 }, () => event.as("participant")));
    const meanings = new Map<number, Set<string>>();
    const look = async (at: AppProcess) => {
      const board = await boardAt(await aPhone(at, null), event.slug);
      meanings.set(board.seq, (meanings.get(board.seq) ?? new Set()).add(meaning(board)));
      return board;
    };
    let over = false;
    const looking = [a, b].map(async (at) => {
      while (!over) await look(at);
    });
    await Promise.all(
      voters.map(async ({ userId }, n) => {
        const phone = await aPhone(n % 2 ? a : b, userId);
        // on a quick machine a dozen votes of each are over within three ticks
        for (let turn = 0; turn < 12 || (meanings.size < 4 && turn < 100); turn++) {
          const given = 1 + ((turn + Math.floor(turn / 3)) % 3);
          await phone.call(dots, "PUT", { topicId: topics[turn % 3], dots: given });
        }
      }),
    );
    over = true;
    await Promise.all(looking);
    expect(meanings.size).toBeGreaterThan(3);
    expect([...meanings].filter(([, means]) => means.size > 1)).toEqual([]);
    const seq = await enter(event.host, "host", async ({ tx }) => Number((await tx.eventClock.findFirst())?.seq));
    await soon(async () => expect([(await look(a)).seq, (await look(b)).seq]).toEqual([seq, seq]));
    const truth = meaning(await look(a));
    await soon(() => expect(new Set(phones.map(shown))).toEqual(new Set([truth])));
  });

  test("who signs out or is removed loses the sockets at every process, and their say, within five seconds", async () => {
    const event = await anEvent({ visibility: "private", phase: "voting" });
    const [ann, bob] = [await event.as("participant"), await event.as("participant")];
    const dots = `e/${event.slug}/dots`;
    const opened = await Promise.all(
      [ann, bob].flatMap(({ userId }) =>
        [a, b].map(async (at) => {
          const phone = await aPhone(at, userId);
          const heard = listen(at, phone, event);
          await heard.subscribed;
          expect((await phone.call(`e/${event.slug}/board`)).status).toBe(200);
          return { phone, heard };
        }),
      ),
    );
    const [annsA, annsB, bobsA, bobsB] = opened as [Opened, Opened, Opened, Opened];
    await endSessions(ann.userId);
    await within(5_000, () => [annsA, annsB].every(isCut));
    expect([bobsA, bobsB].some(isCut)).toBe(false);
    await enter(event.host, "host", async ({ tx }) => {
      await tx.member.delete({ where: { eventId_id: { eventId: event.id, id: bob.memberId } } });
      await tx.$executeRaw`select pg_notify('sessions', '')`;
    });
    await within(5_000, () => [bobsA, bobsB].every(isCut));
    for (const { phone } of opened) {
      expect((await phone.call(`e/${event.slug}/board`)).status).toBe(404);
      expect((await phone.call(dots, "PUT", { topicId: event.id, dots: 1 })).status).toBe(404);
    }
  });

  test("a script is slowed down: each process gives it an allowance of its own, and no neighbour pays for it", async () => {
    const { event, topics, dots } = await aVote(["Alpha"]);
    const [script, ann] = [
      await aPhone(nginx, (await event.as("participant")).userId),
      await aPhone(nginx, (await event.as("participant")).userId),
    ];
    const began = Date.now();
    const flood = await Promise.all(
      Array.from({ length: 1_000 }, () => script.call(dots, "PUT", { topicId: topics[0], dots: 1 })),
    );
    const seconds = (Date.now() - began) / 1000;
    const refused = flood.filter(({ status }) => status === 429);
    expect(new Set(flood.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(flood.length - refused.length).toBeLessThanOrEqual(2 * (200 + 10 * (seconds + 1)));
    expect(refused.every(({ headers }) => Number(headers.get("retry-after")) >= 1)).toBe(true);
    expect((await ann.call(dots, "PUT", { topicId: topics[0], dots: 1 })).status).toBe(200);
  });

  test("one is killed in the middle of a vote: no acknowledged vote is lost, and its phones come back", async () => {
    const { event, topics, dots } = await aVote(["Alpha", "Beta", "Gamma", "Delta"], { dotsPerMember: 9 });
    const phones = await openPhones(nginx.origin, event.slug, 80);
    ends.push(phones.stop);
    await soon(async () => expect((await phones.report()).live).toBe(80));
    const voters = await Promise.all(Array.from({ length: 40 }, () => event.as("participant")));
    const retried = { count: 0 };
    const voting = voters.map(({ userId }) => keepVoting(userId, dots, topics, retried));
    await pause(600);
    const onA = await socketsAt(a, event);
    expect(onA).toBeGreaterThan(0);
    await a.end("SIGKILL");
    const killed = Date.now();
    const acknowledged = await Promise.all(voting);
    const told = topics.map((id) => acknowledged.reduce((all, ballot) => all + (ballot[id] ?? 0), 0));
    const truth = await soon(async () => {
      const board = await boardAt(await aPhone(b, null), event.slug);
      expect(topics.map((id) => board.tallies?.[id]?.[0] ?? 0)).toEqual(told);
      return board;
    });
    await soon(async () => {
      const { boards, live } = await phones.report();
      expect([boards, live]).toEqual([{ [contentOf(truth)]: 80 }, 80]);
    });
    const seconds = ((Date.now() - killed) / 1000).toFixed(1);
    console.log(
      `killed with ${onA} of 80 sockets and ${retried.count} requests to repeat; all agree ${seconds} s later`,
    );
    for (const [n, { userId }] of voters.entries()) {
      const ballot: Ballot = await (await (await aPhone(b, userId)).call(`e/${event.slug}/me`)).json();
      expect(ballot.dots).toEqual(acknowledged[n]);
    }
    const { conflicts, wentBack } = await phones.report();
    expect({ conflicts, wentBack }).toEqual({ conflicts: [], wentBack: 0 });
    a = await aProcess(a.port);
  });
});

type Opened = { phone: Phone; heard: ReturnType<typeof listenTo> };

async function aVote(titles: string[], settings: { dotsPerMember?: number } = {}) {
  const event = await anEvent({ tallies: "shown", dotsPerMember: 5, dotsPerTopic: 3, ...settings });
  const convener = await event.as("participant", "Connie Convener");
  const topics: string[] = [];
  for (const title of titles) topics.push(await perform(pitchTopic, convener, { title }));
  await perform(openPhase, event.host, { phase: "voting", minutes: null });
  return { event, topics, dots: `e/${event.slug}/dots` };
}

function listen(at: { origin: string; port: number }, phone: Phone, event: TestEvent) {
  const heard = listenTo(at, phone, { slug: event.slug, id: event.id });
  ends.push(() => heard.client.disconnect());
  return heard;
}

/** Phones that came through nginx, each with the board that it began from. */
async function manyPhones(event: TestEvent, count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const phone = await aPhone(nginx, null);
      const { frames, subscribed } = listen(nginx, phone, event);
      await subscribed;
      return { first: await boardAt(phone, event.slug), frames };
    }),
  );
}

/** What a phone shows that applied all its frames. */
function shown({ first, frames }: { first: Snapshot; frames: Frame[] }) {
  let board = first;
  for (const frame of frames) {
    const next = applyFrame(board, frame);
    if (next === "gap") return `a gap after ${board.seq}`;
    board = next;
  }
  return meaning(board);
}

const byKey = (_: string, value: unknown) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value;
const meaning = ({ now: _, seq: __, hub: ___, ...rest }: Snapshot) => JSON.stringify(rest, byKey);

/** How many sockets one process holds for an event, asked as the official library asks. */
async function socketsAt({ port }: AppProcess, event: TestEvent) {
  const { PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET } = env();
  const at = { host: "127.0.0.1", port: String(port), useTLS: false };
  const api = new Pusher({ appId: PUSHER_APP_ID, key: PUSHER_KEY, secret: PUSHER_SECRET, ...at });
  const path = `/channels/${channelOf(event.id, "hall")}`;
  const answer = await api.get({ path, params: { info: "subscription_count" } });
  return ((await answer.json()) as { subscription_count?: number }).subscription_count ?? 0;
}

const isCut = ({ heard }: Opened) => heard.client.connection.state !== "connected";

async function within(ms: number, holds: () => boolean) {
  const until = Date.now() + ms;
  while (!holds() && Date.now() < until) await pause(30);
  expect(holds()).toBe(true);
}

/** Votes for three seconds, each value until it is answered; what stands at last, as it was acknowledged. */
async function keepVoting(userId: string, dots: string, topics: string[], retried: { count: number }) {
  const phone = await aPhone(nginx, userId);
  const ballot: Record<string, number> = {};
  const until = Date.now() + 3_000;
  while (Date.now() < until) {
    const topicId = topics[Math.floor(Math.random() * topics.length)] ?? "";
    const given = Math.floor(Math.random() * 4);
    const status = await untilAnswered(() => phone.call(dots, "PUT", { topicId, dots: given }), retried);
    if (status === 200 && given > 0) ballot[topicId] = given;
    if (status === 200 && given === 0) delete ballot[topicId];
    await pause(40 + Math.random() * 80);
  }
  return ballot;
}

async function untilAnswered(ask: () => Promise<Response>, retried: { count: number }) {
  for (;;) {
    const status = await ask().then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200 || status === 409) return status;
    retried.count += 1;
    await pause(100);
  }
}
