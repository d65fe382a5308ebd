import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "@/lib/live/pusher/server";
import { channelAuth, userAuth } from "@/lib/live/pusher/signature";
import { aPusherServer, type TestPusherServer } from "@/tests/support/pusher-server";

const app = { id: "1", key: "aaaa", secret: "a secret of sixteen or more", clientEvents: true };
const other = { id: "2", key: "bbbb", secret: "another secret of sixteen", clientEvents: true };
const names = [
  "open",
  "cache-open",
  "private-a",
  "private-b",
  "presence-a",
  "private-encrypted-a",
  "#server-to-user-ann",
];

let at: TestPusherServer;
beforeAll(async () => {
  at = await aPusherServer(app, other);
});
afterAll(() => at.close());

const odd = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.jsonValue(),
  fc.constantFrom("__proto__", "constructor", "\u0000", "💣", null, -0, 1e308),
);
const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: odd });
const forged = fc.oneof(odd, fc.constantFrom("aaaa:", `aaaa:${"0".repeat(64)}`, "signed-for-another"));
const auth = fc.oneof({ weight: 3, arbitrary: fc.constant("signed") }, { weight: 2, arbitrary: forged });
const memberText = fc.oneof(fc.constant('{"user_id":"eve"}'), fc.constant("{"), fc.json(), fc.string());
const said = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      event: fc.constant("pusher:subscribe"),
      data: fc.record({ channel: name, auth, channel_data: memberText }, { requiredKeys: ["channel"] }),
    }),
  },
  fc.record({ event: fc.constant("pusher:unsubscribe"), data: fc.record({ channel: name }) }),
  fc.record({ event: fc.string().map((tail) => `client-${tail}`), channel: name, data: odd }),
  fc.record({ event: odd, channel: odd, data: odd }, { requiredKeys: [] }),
  fc.string({ maxLength: 300 }),
);
/** What is answered by closing the socket comes last. */
const fatal = fc.oneof(
  fc.constant([]),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => [bytes]),
  fc
    .record({ event: fc.constant("pusher:signin"), data: fc.record({ auth: forged, user_data: fc.json() }) })
    .map((message) => [message]),
);
const frames = fc.tuple(fc.array(said, { maxLength: 25 }), fatal).map(([all, last]) => [...all, ...last]);
type Frame = string | Uint8Array | { data?: unknown };

type Raw = ReturnType<TestPusherServer["raw"]>;

/** "signed" becomes a true signature of this socket, "signed-for-another" that of somebody else's. */
function wordsOf(frame: Frame, id: string, may: Set<string>) {
  if (typeof frame === "string" || frame instanceof Uint8Array) return frame;
  const data = frame.data as { channel?: unknown; auth?: unknown; channel_data?: string } | undefined;
  const channel = typeof data?.channel === "string" ? data.channel : "no text";
  if (data?.auth === "signed" || /^(open|cache-open)$/.test(channel)) may.add(channel);
  if (data?.auth === "signed") data.auth = channelAuth(app, id, channel, data.channel_data);
  if (data?.auth === "signed-for-another") data.auth = channelAuth(app, "1.1", channel, data.channel_data);
  return JSON.stringify(frame);
}

/** Everything published carries the channel that it is for; so does every client event of the witness. */
async function talk(frames: Frame[]) {
  const socket = at.raw();
  const id = await socket.id();
  const may = new Set<string>();
  for (const one of frames) socket.ws.send(wordsOf(structuredClone(one), id, may));
  await quiet(socket);
  for (const channel of names) for (const to of [app, other]) announce(to, channel);
  await quiet(socket);
  socket.ws.terminate();
  return { heard: socket.heard, may };
}

function announce({ id, key }: typeof app, channel: string) {
  const known = at.server.byId.get(id);
  if (known) publish(known, { channel, event: "canary", data: JSON.stringify({ key, channel }) });
}

/** Until all that was said has been read: a ping is answered after it, or the socket was closed for it. */
async function quiet(socket: Raw) {
  const before = socket.heard.filter(({ event }) => event === "pusher:pong").length;
  if (socket.ws.readyState !== 1) return;
  socket.say("pusher:ping", {});
  const pong = async () => {
    while (socket.heard.filter(({ event }) => event === "pusher:pong").length === before)
      await new Promise((done) => setTimeout(done, 1));
  };
  await Promise.race([pong(), socket.closed]);
}

/** What a socket was let into, by its own record of answers. */
function admitted(heard: Raw["heard"]) {
  return new Set(
    heard.flatMap(({ event, channel }) => (event === "pusher_internal:subscription_succeeded" ? [channel] : [])),
  );
}

test("arbitrary frames never end the server, and nobody hears a channel that they were not let into", async () => {
  let seen = 0;
  const property = fc.asyncProperty(frames, async (said) => {
    const { heard, may } = await talk(said as Frame[]);
    const known = admitted(heard);
    for (const { event, channel, data } of heard) {
      if (event !== "canary") continue;
      seen += 1;
      expect(JSON.parse(data)).toEqual({ key: app.key, channel });
      expect(known).toContain(channel);
      expect(may).toContain(channel);
    }
  });
  await fc.assert(property, { numRuns: Number(process.env.FUZZ_RUNS ?? 1_000) });
  // a property about what is heard says nothing when nothing is
  expect(seen).toBeGreaterThan(100);
  const before = at.server.byId.get("1")?.connections.size ?? 0;
  expect(before).toBeLessThan(20);
}, 180_000);

test("arbitrary signatures and call bodies never make an error of ours out of a bad call", async () => {
  const path = fc.constantFrom(
    "events",
    "batch_events",
    "channels",
    "channels/x",
    "users/u/terminate_connections",
    "%",
  );
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc.record({ name: odd, data: odd, channel: odd, channels: fc.array(odd) }).map((v) => JSON.stringify(v)),
  );
  const property = fc.asyncProperty(path, body, fc.boolean(), async (where, text, isSigned) => {
    const sent = { method: "POST", path: `/apps/1/${where}`, body: text, params: {} };
    const query = isSigned ? at.api().createSignedQueryString(sent) : "auth_key=aaaa";
    const url = `http://127.0.0.1:${at.port}${sent.path}?${query}`;
    const { status } = await fetch(url, { method: "POST", body: text });
    expect([200, 400, 401, 404, 413]).toContain(status);
    if (!isSigned) expect([400, 401]).toContain(status);
  });
  await fc.assert(property, { numRuns: 300 });
}, 60_000);

test("a sign-in is taken only with a signature of this very socket", async () => {
  const property = fc.asyncProperty(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(2), async (user, whose) => {
    const socket = at.raw();
    const id = await socket.id();
    const user_data = JSON.stringify({ id: user });
    const auth = [userAuth(app, id, user_data), userAuth(other, id, user_data), userAuth(app, "1.1", user_data)][whose];
    socket.say("pusher:signin", { auth, user_data });
    await quiet(socket);
    expect(socket.heard.some(({ event }) => event === "pusher:signin_success")).toBe(whose === 0);
    socket.ws.terminate();
  });
  await fc.assert(property, { numRuns: 200 });
}, 60_000);
