import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { enter, wallKey } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { endSessions } from "@/lib/db/session";
import { env } from "@/lib/env";
import { openPhase, rotateWall } from "@/lib/event/commands";
import { channelOf } from "@/lib/live/channel";
import { Database } from "@/lib/live/database";
import { hostedDriver } from "@/lib/live/drivers/hosted";
import { OneTeller } from "@/lib/live/drivers/one-teller";
import { statements } from "@/lib/live/statements";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, aUser, type Person, type TestEvent } from "@/tests/support/an-event";
import { aLiveServer } from "@/tests/support/live-server";
import { aPusherServer, masterKey, subscribed, type TestPusherServer } from "@/tests/support/pusher-server";
import { soon } from "@/tests/support/soon";
import { aStorePhone, type StorePhone } from "@/tests/support/store-phone";

const loaded = vi.hoisted(() => ({ sealed: 0 }));
vi.mock("pusher-js/with-encryption", async () => {
  loaded.sealed += 1;
  return { default: (await import("pusher-js")).default };
});

const credentials = { id: "hosted-1", key: "hosted-key", secret: "a secret of the hosted service" };
/** How long a change may take at most: a tick, or a poll with its jitter, and a busy machine. */
const drivers = [
  { kind: "embedded" as const, state: "live", withinMs: 2_000, tickHz: 4 },
  { kind: "pusher" as const, state: "live", withinMs: 4_000, tickHz: 1 },
  { kind: "poll" as const, state: "polling", withinMs: 9_000, tickHz: 1 },
];

/** The compatible service on a port of its own, and every word that was said to it. */
async function aService() {
  const service = await aPusherServer(credentials);
  const said: { name: string; channel: string; data: string }[] = [];
  service.http.prependListener("request", (request) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      if (request.method !== "POST") return;
      const { batch, channels, ...one } = JSON.parse(body);
      said.push(...(batch ?? [{ ...one, channel: channels?.[0] ?? one.channel }]));
    });
  });
  return { ...service, said };
}

describe.each(drivers)("$kind:", { concurrent: true }, ({ kind, state, withinMs, tickHz }) => {
  let service: (TestPusherServer & { said: { name: string; channel: string; data: string }[] }) | null = null;
  let live: Awaited<ReturnType<typeof aLiveServer>>;
  const phones: StorePhone[] = [];

  const settings = () => ({
    REALTIME: kind,
    ...(service && {
      PUSHER_APP_ID: credentials.id,
      PUSHER_KEY: credentials.key,
      PUSHER_SECRET: credentials.secret,
      PUSHER_HOST: "127.0.0.1",
      PUSHER_PORT: service.port,
    }),
  });

  beforeAll(async () => {
    if (kind === "pusher") service = await aService();
    live = await aLiveServer(settings());
    await whatAnyoneMayHearNeedsNoKeys();
  });
  afterAll(async () => {
    for (const phone of phones) phone.leave();
    await live.close();
    service?.close();
  });

  /** The larger build of the client is loaded for what is sealed, and not before. */
  async function whatAnyoneMayHearNeedsNoKeys() {
    const phone = await phoneAt(await anEvent(), null);
    await isConnected(phone);
    if (kind !== "poll") expect(loaded.sealed).toBe(0);
  }

  async function phoneAt(event: TestEvent, person: Person | null, more: { wallKey?: string; hall?: boolean } = {}) {
    const userId = person?.userId ?? null;
    const phone = await aStorePhone({ origin: live.origin, slug: event.slug, eventId: event.id, userId, ...more });
    phones.push(phone);
    return phone;
  }

  const isConnected = (phone: StorePhone) => soon(() => expect(phone.store.state.connection).toBe(state));
  const within = (check: () => void, ms = withinMs) => vi.waitFor(check, { timeout: ms, interval: 20 });
  const wallOf = (event: TestEvent) => enter(event.host, "host", async ({ event: row }) => wallKey(row));
  const pitch = (event: TestEvent, title: string, by = event.host) => perform(pitchTopic, by, { title, pitch: "" });
  const lastOf = (event: TestEvent) => service?.said.filter(({ channel }) => channel.includes(event.id)) ?? [];

  async function remove(event: TestEvent, memberId: string) {
    await enter(event.host, "host", ({ tx }) =>
      tx.member.delete({ where: { eventId_id: { eventId: event.id, id: memberId } } }),
    );
  }

  test("what is committed reaches every phone, within a tick or a poll", async () => {
    const event = await anEvent();
    const [ann, visitor] = [await phoneAt(event, await event.as("participant")), await phoneAt(event, null)];
    await Promise.all([isConnected(ann), isConnected(visitor)]);
    await pitch(event, "On-call");
    await within(() => expect([ann.titles(), visitor.titles()]).toEqual([["On-call"], ["On-call"]]));
    expect(ann.store.state.snapshot.seq).toBe(visitor.store.state.snapshot.seq);
  });

  test("hidden tallies are on no phone of the hall, and on those of the crew", async () => {
    const event = await anEvent({ tallies: "hidden" });
    const ann = await event.as("participant");
    const topicId = await pitch(event, "Chaos");
    await perform(openPhase, event.host, { phase: "voting", minutes: null });
    const [hall, crew] = [await phoneAt(event, ann), await phoneAt(event, event.host)];
    const desk = await phoneAt(event, event.host, { hall: true });
    await Promise.all([hall, crew, desk].map(isConnected));
    const cast = await hall.call(`e/${event.slug}/dots`, "PUT", { topicId, dots: 1 });
    expect(cast.status).toBe(200);
    await within(() => expect(crew.store.state.snapshot.tallies).toEqual({ [topicId]: [1, 1] }));
    await pitch(event, "Later");
    await within(() =>
      expect([hall.titles(), desk.titles()]).toEqual([
        ["Chaos", "Later"],
        ["Chaos", "Later"],
      ]),
    );
    expect([...hall.seen, ...desk.seen].filter(({ tallies }) => tallies !== null)).toEqual([]);
    const toHall = lastOf(event).filter(({ channel }) => channel.includes(".hall"));
    expect(JSON.stringify(toHall)).not.toContain("tallies");
    for (const { channel } of lastOf(event).filter(({ channel: name }) => name.includes(".crew"))) {
      expect(channel).toMatch(/^private-encrypted-/);
    }
  });

  test("a stranger of a private event is refused, and no channel is signed for", async () => {
    const event = await anEvent({ visibility: "private" });
    const member = await event.as("participant");
    const [stranger, inside] = [await phoneAt(event, await event.asStranger()), await phoneAt(event, member)];
    await isConnected(inside);
    await pitch(event, "Secret");
    await within(() => expect(inside.titles()).toEqual(["Secret"]));
    await soon(() => expect(stranger.store.state.connection).toBe("refused"));
    expect(stranger.titles()).toEqual([]);
    for (const channel of [`private-e.${event.id}.hall`, `private-encrypted-e.${event.id}.hall.1`]) {
      const asked = { slug: event.slug, socketId: "1.1", channels: [channel] };
      expect((await stranger.call("auth", "POST", asked)).status).toBe(404);
    }
  });

  test("a participant is signed for the hall only", async () => {
    const event = await anEvent({ visibility: "private" });
    const ann = await phoneAt(event, await event.as("participant"));
    const names = ["crew", "crew.1"].flatMap((end) => [
      `private-e.${event.id}.${end}`,
      `private-encrypted-e.${event.id}.${end}`,
    ]);
    const asked = { slug: event.slug, socketId: "1.1", channels: names };
    expect((await ann.call("auth", "POST", asked)).status).toBe(404);
  });

  test("whoever is removed, or whose session ends, hears nothing more within five seconds; the others go on", async () => {
    const event = await anEvent({ visibility: "private" });
    const [ann, bob, eve] = [
      await event.as("participant"),
      await event.as("participant"),
      await event.as("participant"),
    ];
    const [annHears, bobHears, eveHears] = [
      await phoneAt(event, ann),
      await phoneAt(event, bob),
      await phoneAt(event, eve),
    ];
    await Promise.all([annHears, bobHears, eveHears].map(isConnected));
    await pitch(event, "Before");
    await within(() => expect(eveHears.titles()).toEqual(["Before"]));
    await endSessions(ann.userId);
    await remove(event, bob.memberId);
    await new Promise((done) => setTimeout(done, 5_000));
    await pitch(event, "After");
    await within(() => expect(eveHears.titles()).toEqual(["Before", "After"]));
    expect(
      [...annHears.seen, ...bobHears.seen].flatMap(({ topics }) => topics.map(({ title }) => title)),
    ).not.toContain("After");
    await soon(() =>
      expect([annHears.store.state.connection, bobHears.store.state.connection]).toEqual(["refused", "refused"]),
    );
    if (kind !== "poll") await isConnected(eveHears);
  });

  test("a facilitator who leads no more hears what the hall hears", async () => {
    const event = await anEvent({ tallies: "hidden" });
    const fay = await event.as("facilitator");
    const topicId = await pitch(event, "Chaos");
    await perform(openPhase, event.host, { phase: "voting", minutes: null });
    const phone = await phoneAt(event, fay);
    await isConnected(phone);
    await enter(event.host, "host", async ({ tx }) => {
      const where = { eventId_id: { eventId: event.id, id: fay.memberId } };
      await tx.member.update({ where, data: { role: "participant" } });
    });
    await new Promise((done) => setTimeout(done, 5_000));
    const voter = await phoneAt(event, await event.as("participant"));
    await voter.call(`e/${event.slug}/dots`, "PUT", { topicId, dots: 1 });
    await pitch(event, "Later");
    await within(() => expect(phone.titles()).toContain("Later"), 15_000);
    expect(phone.store.state.snapshot.tallies?.[topicId]).toBeUndefined();
  });

  test("a wall's link shows a private event, until it is renewed", async () => {
    const event = await anEvent({ visibility: "private" });
    const wall = await phoneAt(event, null, { wallKey: await wallOf(event), hall: true });
    await isConnected(wall);
    await pitch(event, "On the wall");
    await within(() => expect(wall.titles()).toEqual(["On the wall"]));
    await perform(rotateWall, event.host, {});
    await new Promise((done) => setTimeout(done, 5_000));
    await pitch(event, "Not on the old one");
    await soon(() => expect(wall.store.state.connection).toBe("refused"));
    expect(wall.titles()).toEqual(["On the wall"]);
  });

  test("an event that closes its doors leaves strangers behind, and keeps its members", async () => {
    const event = await anEvent();
    const [visitor, ann] = [await phoneAt(event, null), await phoneAt(event, await event.as("participant"))];
    await Promise.all([isConnected(visitor), isConnected(ann)]);
    await enter(event.host, "host", ({ tx }) =>
      tx.event.update({ where: { id: event.id }, data: { visibility: "private" } }),
    );
    await new Promise((done) => setTimeout(done, 5_000));
    await pitch(event, "Behind doors");
    await within(() => expect(ann.titles()).toEqual(["Behind doors"]), 15_000);
    await soon(() => expect(visitor.store.state.connection).toBe("refused"));
    expect(visitor.titles()).toEqual([]);
    expect(JSON.stringify(lastOf(event))).not.toContain("Behind doors");
  });

  test("a board too large for a frame comes whole all the same", async () => {
    const event = await anEvent({ visibility: "private" });
    const ann = await phoneAt(event, await event.as("participant"));
    await isConnected(ann);
    const titles = Array.from({ length: 40 }, (_, n) => `Topic ${n} ${"x".repeat(60)}`);
    for (const title of titles) await perform(pitchTopic, event.host, { title, pitch: "y".repeat(250) });
    await within(() => expect(ann.titles()).toEqual(titles), withinMs + 3_000);
    // ten kilobytes is what a service takes
    const sizes = lastOf(event).map(({ data }) => Buffer.byteLength(data));
    expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(10_240);
  });

  test("frames come at the driver's rate, however much happens", async () => {
    const event = await anEvent();
    const ann = await phoneAt(event, await event.as("participant"));
    await isConnected(ann);
    await pitch(event, "First");
    await within(() => expect(ann.titles()).toEqual(["First"]));
    const before = new Set(ann.seen.map(({ seq }) => seq)).size;
    const began = Date.now();
    let pitched = 1;
    while (Date.now() - began < 2_500) {
      await pitch(event, `Topic ${pitched++}`);
      // a busy process would tick more slowly by itself
      await new Promise((done) => setTimeout(done, 60));
    }
    await within(() => expect(ann.titles()).toHaveLength(pitched), withinMs + 2_000);
    const seconds = (Date.now() - began) / 1000;
    expect(new Set(ann.seen.map(({ seq }) => seq)).size - before).toBeLessThanOrEqual(Math.ceil(seconds * tickHz) + 1);
  });
});

describe("on somebody else's servers", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  const settings = () => ({
    REALTIME: "pusher" as const,
    PUSHER_APP_ID: credentials.id,
    PUSHER_KEY: credentials.key,
    PUSHER_SECRET: credentials.secret,
    PUSHER_HOST: "127.0.0.1",
    PUSHER_PORT: service.port,
  });
  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  test("of a private event only ciphertext passes, on sealed channels", async () => {
    const live = await aLiveServer(settings());
    const event = await anEvent({ visibility: "private", name: "Canary Day" });
    const ann = await event.as("participant", "Canary Ann");
    const phone = await aStorePhone({ origin: live.origin, slug: event.slug, eventId: event.id, userId: ann.userId });
    await soon(() => expect(phone.store.state.connection).toBe("live"));
    expect(loaded.sealed).toBe(1);
    const title = `canary ${randomUUID()}`;
    await perform(pitchTopic, ann, { title, pitch: "" });
    await soon(() => expect(phone.titles()).toEqual([title]));
    const frames = service.said.filter(({ name }) => name === "frame");
    expect(frames.length).toBeGreaterThan(0);
    for (const { channel, data } of service.said) {
      expect(channel).toMatch(/^private-(encrypted-)?e\./);
      if (channel.includes("encrypted")) expect(Object.keys(JSON.parse(data))).toEqual(["nonce", "ciphertext"]);
    }
    for (const { channel } of frames) expect(channel).toMatch(/^private-encrypted-/);
    expect(JSON.stringify(service.said)).not.toMatch(/canary/i);
    expect(JSON.stringify(service.said)).not.toContain(ann.userId);
    const asked = { slug: event.slug, socketId: "1.1", channels: [`private-e.${event.id}.hall`] };
    expect((await phone.call("auth", "POST", asked)).status).toBe(404);
    phone.leave();
    await live.close();
  });

  test("a socket that stays where it was, whatever it is told, hears no more frames", async () => {
    const live = await aLiveServer(settings());
    const event = await anEvent({ visibility: "private" });
    const bob = await event.as("participant");
    const inside = await aStorePhone({
      origin: live.origin,
      slug: event.slug,
      eventId: event.id,
      userId: event.host.userId,
      hall: true,
    });
    const asBob = await aStorePhone({ origin: live.origin, slug: event.slug, eventId: event.id, userId: bob.userId });
    const { channel } = await (await asBob.call(`socket?slug=${event.slug}`)).json();
    const raw = service.raw(`/app/${credentials.key}?protocol=7`);
    const asked = { slug: event.slug, socketId: await raw.id(), channels: [channel] };
    const { auth } = await (await asBob.call("auth", "POST", asked)).json();
    asBob.leave();
    raw.say("pusher:subscribe", { channel, ...auth[channel] });
    await raw.hears("pusher_internal:subscription_succeeded");
    await soon(() => expect(inside.store.state.connection).toBe("live"));
    await perform(pitchTopic, event.host, { title: "Before", pitch: "" });
    await raw.hears("frame");
    await enter(event.host, "host", ({ tx }) =>
      tx.member.delete({ where: { eventId_id: { eventId: event.id, id: bob.memberId } } }),
    );
    await raw.hears("moved");
    const known = raw.heard.filter(({ event: name }) => name === "frame").length;
    await perform(pitchTopic, event.host, { title: "After", pitch: "" });
    await soon(() => expect(inside.titles()).toContain("After"));
    expect(raw.heard.filter(({ event: name }) => name === "frame")).toHaveLength(known);
    expect((await asBob.call("auth", "POST", asked)).status).toBe(404);
    inside.leave();
    await live.close();
  });

  test("sockets outlive this process: the next one serves them, though nobody asks it for a board", async () => {
    const first = await aLiveServer(settings());
    const event = await anEvent();
    const phone = await aStorePhone({ origin: first.origin, slug: event.slug, eventId: event.id });
    await soon(() => expect(phone.store.state.connection).toBe("live"));
    await new Promise((done) => setTimeout(done, 1_000));
    await first.close();
    const second = await aLiveServer(settings());
    // the board is looked at once before a difference can be told
    await new Promise((done) => setTimeout(done, 2_500));
    await perform(pitchTopic, event.host, { title: "After the restart", pitch: "" });
    await soon(() => expect(service.said.map(({ data }) => data).join()).toContain("After the restart"));
    await soon(() => expect(phone.titles()).toEqual(["After the restart"]));
    phone.leave();
    await second.close();
  });

  test("a frame that would be too large for the service when sealed says that the board moved on", async () => {
    const place = { appId: credentials.id, key: credentials.key, secret: credentials.secret, cluster: "own" };
    const at = { host: "127.0.0.1", port: service.port, useTLS: false, encryptionMasterKeyBase64: masterKey };
    const shared = { look: async () => ({ isPrivate: true, epoch: 1 }), claim: async () => "mine" as const };
    const driver = hostedDriver({ ...place, ...at }, shared);
    const eventId = randomUUID();
    const channel = await subscribed(service.phone(), await driver.wireName(eventId, "hall"));
    const heard: unknown[] = [];
    channel.bind("frame", (frame: unknown) => heard.push(frame));
    const frames = [6_900, 8_900].map((size, n) => ({ seq: n + 1, prev: n, gone: ["x".repeat(size)] }));
    driver.publish(channelOf(eventId, "hall"), "frame", JSON.stringify(frames[0]));
    await soon(() => expect(heard).toEqual([frames[0]]));
    driver.publish(channelOf(eventId, "hall"), "frame", JSON.stringify(frames[1]));
    await soon(() => expect(heard).toEqual([frames[0], { seq: 2, stale: true }]));
    driver.close();
  });

  test("of two processes one publishes a frame, and no frame is missing", async () => {
    const both = [await aLiveServer(settings()), await aLiveServer(settings())];
    const event = await anEvent();
    const phones = await Promise.all(
      both.map(({ origin }) => aStorePhone({ origin, slug: event.slug, eventId: event.id })),
    );
    await soon(() => expect(phones.map(({ store }) => store.state.connection)).toEqual(["live", "live"]));
    const titles = ["One", "Two", "Three"].map((title) => `${title} of three`);
    for (const title of titles) {
      await perform(pitchTopic, event.host, { title, pitch: "" });
      await new Promise((done) => setTimeout(done, 1_500));
    }
    await soon(() => expect(phones.map((phone) => phone.titles())).toEqual([titles, titles]));
    const told = service.said.filter(({ channel, name }) => name === "frame" && channel.includes(`${event.id}.hall`));
    const seqs = told.map(({ data }) => JSON.parse(data).seq as number);
    expect(seqs).toHaveLength(3);
    expect(new Set(seqs).size).toBe(3);
    for (const phone of phones) phone.leave();
    for (const { close } of both) await close();
  });

  test("a teller keeps the word while it speaks; three seconds later another may take it", async () => {
    const { id } = await anEvent();
    const database = new Database(env().DATABASE_APP_URL, 1);
    const claim = async (seq: number, teller: string) => {
      const [row] = await database.rows<{ verdict: string }>(statements.claim, [id, "hall", seq, teller]);
      return row?.verdict;
    };
    expect([await claim(1, "a"), await claim(1, "b"), await claim(2, "b")]).toEqual(["mine", "told", "wait"]);
    expect([await claim(3, "a"), await claim(2, "b"), await claim(3, "a")]).toEqual(["mine", "told", "told"]);
    expect(await claim(4, "b")).toBe("wait");
    await new Promise((done) => setTimeout(done, 3_200));
    expect([await claim(4, "b"), await claim(5, "a")]).toEqual(["mine", "wait"]);
    await database.close();
  });

  test("whoever waited for a teller that died says that the board moved on", async () => {
    const verdicts = ["wait", "mine"] as const;
    let asked = 0;
    const teller = new OneTeller(async () => verdicts[asked++] ?? "told");
    const frame = { seq: 7, prev: 6, now: "" };
    expect(await teller.mayTell("e", "hall", frame)).toEqual({ seq: 7, stale: true });
    expect(await teller.mayTell("e", "hall", frame)).toBeNull();
    teller.close();
  });

  test("when the process that tells is gone, another one tells", async () => {
    const [first, second] = [await aLiveServer(settings()), await aLiveServer(settings())];
    const event = await anEvent();
    const phone = await aStorePhone({ origin: second.origin, slug: event.slug, eventId: event.id });
    const other = await aStorePhone({ origin: first.origin, slug: event.slug, eventId: event.id });
    await soon(() => expect([phone, other].map(({ store }) => store.state.connection)).toEqual(["live", "live"]));
    await perform(pitchTopic, event.host, { title: "Told by one", pitch: "" });
    await soon(() => expect(phone.titles()).toEqual(["Told by one"]));
    other.leave();
    await first.close();
    await perform(pitchTopic, event.host, { title: "Told by the other", pitch: "" });
    await soon(() => expect(phone.titles()).toEqual(["Told by one", "Told by the other"]));
    phone.leave();
    await second.close();
  });

  test("our own server takes no sockets and no calls meanwhile", async () => {
    const live = await aLiveServer(settings());
    const { WebSocket } = await import("ws");
    const ws = new WebSocket(`ws://127.0.0.1:${live.port}/app/${credentials.key}?protocol=7`);
    expect(await new Promise((done) => ws.once("close", done))).toBe(4003);
    await live.close();
  });
});

test("two processes of the embedded driver cut a removed member's sockets in both", async () => {
  const [here, there] = [await aLiveServer(), await aLiveServer()];
  const event = await anEvent({ visibility: "private" });
  const [ann, bob] = [await event.as("participant"), await event.as("participant")];
  const seats = [here, there].flatMap(({ origin }) => [ann, bob].map(({ userId }) => ({ origin, userId })));
  const phones = await Promise.all(seats.map((seat) => aStorePhone({ ...seat, slug: event.slug, eventId: event.id })));
  await soon(() => expect(phones.map(({ store }) => store.state.connection)).toEqual(Array(4).fill("live")));
  await enter(event.host, "host", ({ tx }) =>
    tx.member.delete({ where: { eventId_id: { eventId: event.id, id: ann.memberId } } }),
  );
  await vi.waitFor(
    () => expect(phones.map(({ store }) => store.state.connection)).toEqual(["refused", "live", "refused", "live"]),
    { timeout: 10_000 },
  );
  for (const phone of phones) phone.leave();
  await Promise.all([here.close(), there.close()]);
});

test("somebody who never joined, somebody who was removed and an event that is not there are told apart by nothing", async () => {
  const live = await aLiveServer();
  const event = await anEvent({ visibility: "private" });
  const bob = await event.as("participant");
  const seats = [
    { slug: event.slug, userId: bob.userId },
    { slug: event.slug, userId: await aUser() },
    { slug: "no-such-event", userId: await aUser() },
  ];
  const phones = await Promise.all(
    seats.map((seat) => aStorePhone({ ...seat, origin: live.origin, eventId: event.id })),
  );
  await enter(event.host, "host", ({ tx }) =>
    tx.member.delete({ where: { eventId_id: { eventId: event.id, id: bob.memberId } } }),
  );
  const channels = [`private-e.${event.id}.hall`];
  await soon(async () => {
    for (const ask of [
      (phone: StorePhone, slug: string) => phone.call(`socket?slug=${slug}`),
      (phone: StorePhone, slug: string) => phone.call("auth", "POST", { slug, socketId: "1.1", channels }),
    ]) {
      const answers = await Promise.all(phones.map((phone, n) => ask(phone, seats[n]?.slug ?? "")));
      const said = answers.map(async (answer) => [
        answer.status,
        [...answer.headers].filter(([name]) => name !== "date"),
        await answer.text(),
      ]);
      const [first, ...others] = await Promise.all(said);
      expect(first?.[0]).toBe(404);
      expect(others).toEqual([first, first]);
    }
  });
  for (const phone of phones) phone.leave();
  await live.close();
});
