import { connect } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkPulse } from "@/lib/live/pusher/heartbeat";
import { channelAuth, userAuth } from "@/lib/live/pusher/signature";
import { aPusherServer, listening, once, subscribed, type TestPusherServer } from "@/tests/support/pusher-server";
import { soon } from "@/tests/support/soon";

const app = { id: "1", key: "aaaa", secret: "a secret of sixteen or more" };
const disabled = { id: "2", key: "off", secret: "another secret of sixteen", isDisabled: true };
const secure = { id: "3", key: "tls", secret: "a third secret of sixteen", isTlsOnly: true };
const full = { id: "4", key: "full", secret: "a fourth secret of sixteen", maxConnections: 1 };

const hooks: { name: string; channel: string }[] = [];
/** How many calls the hooks' receiver is yet to fail. */
let failing = 0;
let at: TestPusherServer;
let hooksServer: import("node:http").Server;

beforeAll(async () => {
  const { createServer } = await import("node:http");
  hooksServer = createServer(async (request, out) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    if (failing === 0) hooks.push(...JSON.parse(body).events);
    out.writeHead(failing > 0 ? 503 : 200).end();
    failing = Math.max(0, failing - 1);
  });
  const webhooks = [`http://127.0.0.1:${await listening(hooksServer)}/`];
  at = await aPusherServer({ ...app, clientEvents: true, subscriptionCounts: true, webhooks }, disabled, secure, full);
});
afterAll(() => {
  at.close();
  hooksServer.close();
});

/** What a wire hears that asks for a target no client library would. */
function asks(target: string, upgrade = true) {
  const wire = connect(at.port, "127.0.0.1");
  const how = upgrade ? "Connection: Upgrade\r\nUpgrade: websocket\r\n" : "Connection: close\r\n";
  wire.write(`GET ${target} HTTP/1.1\r\nHost: x\r\n${how}\r\n`);
  wire.on("error", () => {});
  return new Promise<string>((done) => {
    wire.once("data", (data) => done(String(data).split("\r\n")[0] ?? ""));
    wire.once("close", () => done("closed"));
  });
}

async function isAlive() {
  const socket = at.raw();
  await socket.id();
  socket.ws.terminate();
  return true;
}

test.each(["/app/%E0%A4%A?protocol=7", "/\\[", "//[", "/app/%00", "http://evil.example/app/aaaa", "/app/../../etc"])(
  "an upgrade to %s does not end the process",
  async (target) => {
    expect(await asks(target)).toMatch(/^(HTTP\/1\.1 400|closed)/);
    expect(await isAlive()).toBe(true);
  },
);

test.each(["/\\[", "http://evil.example/apps/1/channels", "/apps/%E0%A4%A/channels", "/apps/1/channels/%E0%A4%A"])(
  "a call to %s is refused",
  async (target) => {
    expect(await asks(target, false)).toMatch(/^HTTP\/1\.1 40[01]/);
    expect(await isAlive()).toBe(true);
  },
);

test.each([
  ["/app/off?protocol=7", 4003],
  ["/app/tls?protocol=7", 4000],
  ["/app/?protocol=7", 4005],
  ["/app/aaaa/more?protocol=7", 4005],
])("%s is closed with %d", async (path, code) => {
  expect(await at.raw(path).closed).toBe(code);
});

test("a disabled app answers no call (403); behind a proxy that speaks TLS a socket counts as encrypted", async () => {
  await expect(at.api(disabled).trigger("x", "y", {})).rejects.toMatchObject({ status: 403 });
  const socket = at.raw("/app/tls?protocol=7", { "x-forwarded-proto": "https" });
  expect(await socket.id()).toMatch(/^\d+\.\d+$/);
});

test("beyond its quota an app takes no socket (4004), and the client does not come back", async () => {
  const first = at.raw("/app/full?protocol=7");
  await first.id();
  const second = at.phone(undefined, { app: full });
  const error = await once<{ error: { data: { code: number } } }>(second.connection, "error");
  expect(error.error.data.code).toBe(4004);
  await soon(() => expect(second.connection.state).toMatch(/disconnected|failed/));
});

test("a closed socket takes part in nothing, however long it takes to agree", async () => {
  const [eve, ann] = [at.raw(), at.phone({ id: "ann" })];
  const id = await eve.id();
  const user_data = JSON.stringify({ id: "eve" });
  eve.say("pusher:signin", { auth: userAuth(app, id, user_data), user_data });
  const channel_data = JSON.stringify({ user_id: "eve" });
  const auth = channelAuth(app, id, "presence-deaf", channel_data);
  eve.say("pusher:subscribe", { channel: "presence-deaf", auth, channel_data });
  await eve.hears("pusher_internal:subscription_succeeded");
  const hall = await subscribed(ann, "presence-deaf");
  const [heard, left] = [vi.fn(), once<{ id: string }>(hall, "pusher:member_removed")];
  hall.bind("client-still-here", heard);
  eve.ws.pause();
  const asked = Date.now();
  await at.api().terminateUserConnections("eve");
  expect((await left).id).toBe("eve");
  expect(Date.now() - asked).toBeLessThan(2_000);
  eve.say("pusher:subscribe", { channel: "presence-deaf", auth, channel_data });
  eve.say("client-still-here", {}, "presence-deaf");
  const last = once(hall, "last");
  await at.api().trigger("presence-deaf", "last", {});
  await last;
  expect([heard.mock.calls, hall.subscribed, at.server.byKey.get("aaaa")?.users.has("eve")]).toEqual([[], true, false]);
  const { users } = await (await at.api().get({ path: "/channels/presence-deaf/users" })).json();
  expect(users).toEqual([{ id: "ann" }]);
  eve.ws.resume();
  expect(await eve.closed).toBe(4009);
});

test("signed in, a presence channel needs no second naming; the member is who signed in", async () => {
  const ann = at.phone({ id: "ann", user_info: { name: "Ann" } }, { asMember: false });
  ann.signin();
  await ann.user.signinDonePromise;
  const channel = ann.subscribe("presence-known");
  const members = await once<{ me: unknown; count: number }>(channel, "pusher:subscription_succeeded");
  expect([members.me, members.count]).toEqual([{ id: "ann", info: { name: "Ann" } }, 1]);
});

test("a presence channel takes a hundred members, and of a known one any number of tabs", async () => {
  const join = async (user: string) => {
    const socket = at.raw();
    const channel_data = JSON.stringify({ user_id: user });
    const auth = channelAuth(app, await socket.id(), "presence-full", channel_data);
    socket.say("pusher:subscribe", { channel: "presence-full", auth, channel_data });
    return socket;
  };
  for (let n = 0; n < 100; n++) await (await join(`m${n}`)).hears("pusher_internal:subscription_succeeded");
  expect(await (await join("one-more")).hears("pusher:subscription_error")).toMatchObject({
    data: { type: "LimitReached", status: 403 },
  });
  await (await join("m7")).hears("pusher_internal:subscription_succeeded");
});

test.each([
  ["an id of 129 characters", { user_id: "x".repeat(129) }],
  ["an info of more than 1 KB", { user_id: "a", user_info: { bio: "é".repeat(600) } }],
  ["no id", { user_info: {} }],
  ["an empty id", { user_id: "" }],
])("a member with %s is refused", async (_what, member) => {
  const socket = at.raw();
  const channel_data = JSON.stringify(member);
  const auth = channelAuth(app, await socket.id(), "presence-odd", channel_data);
  socket.say("pusher:subscribe", { channel: "presence-odd", auth, channel_data });
  expect(await socket.hears("pusher:subscription_error")).toMatchObject({ data: { type: "AuthError" } });
});

test.each([
  ["no id", {}],
  ["an empty id", { id: "" }],
  ["an id that is no text", { id: 7 }],
  ["101 people to watch", { id: "a", watchlist: Array.from({ length: 101 }, (_, n) => `${n}`) }],
])("a sign-in with %s is refused (4009)", async (_what, user) => {
  const socket = at.raw();
  const user_data = JSON.stringify(user);
  socket.say("pusher:signin", { auth: userAuth(app, await socket.id(), user_data), user_data });
  expect(await socket.closed).toBe(4009);
});

test("another socket's sign-in is worth nothing here", async () => {
  const [ann, eve] = [at.raw(), at.raw()];
  const user_data = JSON.stringify({ id: "ann" });
  const auth = userAuth(app, await ann.id(), user_data);
  await eve.id();
  eve.say("pusher:signin", { auth, user_data });
  expect(await eve.closed).toBe(4009);
});

test("whoever signs in as somebody else no longer hears what the first was sent", async () => {
  const socket = at.raw();
  const id = await socket.id();
  for (const user of ["first", "second"]) {
    const user_data = JSON.stringify({ id: user });
    socket.say("pusher:signin", { auth: userAuth(app, id, user_data), user_data });
    await soon(() => expect(socket.heard.filter(({ event }) => event === "pusher:signin_success").length).toBeTruthy());
    await soon(() => expect(at.server.byKey.get("aaaa")?.users.has(user)).toBe(true));
  }
  await at.api().sendToUser("first", "secret", {});
  await at.api().sendToUser("second", "word", {});
  await socket.hears("word");
  expect(socket.heard.map(({ event }) => event)).not.toContain("secret");
});

test("private and encrypted cache channels give their last message to late comers, sealed where it is sealed", async () => {
  const early = at.phone();
  await once(early.subscribe("private-encrypted-cache-plans"), "pusher:cache_miss");
  await at.api().trigger("private-encrypted-cache-plans", "plan", { canary: "two feet" });
  const late = at.phone().subscribe("private-encrypted-cache-plans");
  expect(await once(late, "plan")).toEqual({ canary: "two feet" });
  const raw = at.raw();
  const auth = channelAuth(app, await raw.id(), "private-encrypted-cache-plans");
  raw.say("pusher:subscribe", { channel: "private-encrypted-cache-plans", auth });
  expect(JSON.stringify(await raw.hears("plan"))).not.toContain("two feet");
});

test("client events are not cached, and not taken on encrypted channels (4301)", async () => {
  const [a, b] = [at.phone(), at.phone()];
  const [here, there] = await Promise.all([subscribed(a, "private-cache-talk"), subscribed(b, "private-cache-talk")]);
  const heard = once(there, "client-wave");
  here.trigger("client-wave", { hand: 1 });
  await heard;
  expect(await once(at.phone().subscribe("private-cache-talk"), "pusher:cache_miss")).toBeUndefined();
  const sealed = await subscribed(a, "private-encrypted-talk");
  const error = once<{ data: { code: number } }>(a.connection, "error");
  a.send_event("client-wave", {}, sealed.name);
  expect((await error).data.code).toBe(4301);
});

test("on a presence channel a client event says who sent it; its sender cannot say otherwise", async () => {
  const [ann, bob] = [at.phone({ id: "ann" }), at.phone({ id: "bob" })];
  const [here, there] = await Promise.all([subscribed(ann, "presence-talk"), subscribed(bob, "presence-talk")]);
  const heard = new Promise((done) =>
    there.bind("client-wave", (data: unknown, about: unknown) => done([data, about])),
  );
  here.trigger("client-wave", { user_id: "bob" });
  expect(await heard).toEqual([{ user_id: "bob" }, { user_id: "ann" }]);
});

test("an encrypted channel is published to alone; names and sizes are held to their limits", async () => {
  // the library encodes the body itself, whatever its types say
  const post = (body: object) => at.api().post({ path: "/events", body: body as unknown as string });
  const refused = (body: object, status: number) => expect(post(body)).rejects.toMatchObject({ status });
  await refused({ name: "n", data: "{}", channels: ["private-encrypted-a", "b"] }, 400);
  await refused({ name: "n", data: "{}", channels: Array.from({ length: 101 }, (_, n) => `c${n}`) }, 400);
  await refused({ name: "n".repeat(201), data: "{}", channel: "c" }, 400);
  await refused({ name: "n", data: "{}", channel: "c".repeat(201) }, 400);
  await refused({ name: "n", data: "{}", channel: "no spaces" }, 400);
  await refused({ name: "n", data: "{}", channel: "" }, 400);
  await refused({ name: "n", data: "{}" }, 400);
  await refused({ name: "n", data: {}, channel: "c" }, 400);
  await refused({ name: "n", data: "x".repeat(300_000), channel: "c" }, 413);
  expect((await post({ name: "n".repeat(200), data: "{}", channel: "c".repeat(200) })).status).toBe(200);
});

test("of a batch with one message too large nothing is delivered", async () => {
  const channel = await subscribed(at.phone(), "whole-batch");
  const heard = vi.fn();
  channel.bind("n", heard);
  const batch = [1, 10_241].map((size) => ({ channel: "whole-batch", name: "n", data: "x".repeat(size) }));
  await expect(at.api().triggerBatch(batch)).rejects.toMatchObject({ status: 413 });
  const last = once(channel, "last");
  await at.api().trigger("whole-batch", "last", {});
  await last;
  expect(heard).not.toHaveBeenCalled();
});

test("a batch may ask what it reached, and leave out a socket", async () => {
  const [a, b] = [at.phone(), at.phone()];
  const [here, there] = await Promise.all([subscribed(a, "asked-batch"), subscribed(b, "asked-batch")]);
  const own = vi.fn();
  here.bind("n", own);
  const heard = once(there, "n");
  const answer = await at.api().triggerBatch([
    { channel: "asked-batch", name: "n", data: "{}", socket_id: a.connection.socket_id, info: "subscription_count" },
    { channel: "nobody", name: "n", data: "{}" },
  ]);
  expect(await answer.json()).toEqual({ batch: [{ subscription_count: 2 }, {}] });
  await heard;
  expect(own).not.toHaveBeenCalled();
});

test("a presence channel says how many people it holds, also in a list by prefix; an empty one is not occupied", async () => {
  await subscribed(at.phone({ id: "ann" }), "presence-room-1");
  const get = async (path: string, params = {}) => (await at.api().get({ path, params })).json();
  expect(await get("/channels", { filter_by_prefix: "presence-room-", info: "user_count" })).toEqual({
    channels: { "presence-room-1": { user_count: 1 } },
  });
  expect(await get("/channels/presence-room-2", { info: "user_count" })).toEqual({ occupied: false, user_count: 0 });
  await expect(get("/channels/room", { info: "user_count" })).rejects.toMatchObject({ status: 400 });
});

test("a body that was changed on the way is refused, before anything of it is read", async () => {
  const body = JSON.stringify({ name: "n", channel: "c", data: "{}" });
  const query = at.api().createSignedQueryString({ method: "POST", path: "/apps/1/events", body, params: {} });
  const post = (sent: string, signed = query) =>
    fetch(`http://127.0.0.1:${at.port}/apps/1/events?${signed}`, { method: "POST", body: sent });
  expect((await post(body.replace("c", "d"))).status).toBe(401);
  expect((await post("{ this is no JSON")).status).toBe(401);
  expect((await post(body, query.replace(/body_md5=[^&]*&?/, ""))).status).toBe(401);
  expect((await post(body, `${query}&info=user_count`)).status).toBe(401);
  expect((await post(body, query.replace("auth_version=1.0", "auth_version=2.0"))).status).toBe(401);
  expect((await post(body, "")).status).toBe(401);
  expect((await post(body)).status).toBe(200);
});

test("two equal calls of one moment are two messages", async () => {
  const channel = await subscribed(at.phone(), "twice");
  const heard = vi.fn();
  channel.bind("n", heard);
  await Promise.all([at.api().trigger("twice", "n", {}), at.api().trigger("twice", "n", {})]);
  await soon(() => expect(heard).toHaveBeenCalledTimes(2));
});

test("webhooks tell of members, client events, cache misses and counts", async () => {
  hooks.length = 0;
  const [ann, bob] = [at.phone({ id: "ann" }), at.phone({ id: "bob" })];
  const [room] = await Promise.all([subscribed(ann, "presence-hooked"), subscribed(bob, "presence-hooked")]);
  room.trigger("client-wave", { hand: 1 });
  await once(at.phone().subscribe("cache-hooked"), "pusher:cache_miss");
  bob.disconnect();
  await soon(() => {
    const told = hooks.filter(({ channel }) => channel.endsWith("-hooked"));
    expect(told).toEqual(
      expect.arrayContaining([
        { name: "member_added", channel: "presence-hooked", user_id: "ann" },
        { name: "member_added", channel: "presence-hooked", user_id: "bob" },
        { name: "member_removed", channel: "presence-hooked", user_id: "bob" },
        { name: "cache_miss", channel: "cache-hooked" },
        { name: "subscription_count", channel: "cache-hooked", subscription_count: 1 },
        {
          name: "client_event",
          channel: "presence-hooked",
          event: "client-wave",
          data: JSON.stringify({ hand: 1 }),
          socket_id: expect.stringMatching(/^\d+\.\d+$/),
          user_id: "ann",
        },
      ]),
    );
  });
});

test("a webhook that was not taken is sent again", async () => {
  [hooks.length, failing] = [0, 1];
  await subscribed(at.phone(), "hooked-late");
  await soon(() => expect(hooks).toContainEqual({ name: "channel_occupied", channel: "hooked-late" }));
  expect(failing).toBe(0);
});

test("half an hour after it was sent, a cached message is forgotten", async () => {
  await at.api().trigger("cache-old", "frame", { seq: 1 });
  const known = at.server.byKey.get("aaaa");
  expect(await once(at.phone().subscribe("cache-old"), "frame")).toEqual({ seq: 1 });
  vi.useFakeTimers({ now: Date.now() + 31 * 60_000, toFake: ["Date"] });
  const missed = once(at.phone().subscribe("cache-old"), "pusher:cache_miss");
  await missed;
  vi.useRealTimers();
  expect(known?.channels.get("cache-old")?.lastMessage()).not.toBeNull();
});

test.each([-10, 10])(
  "a server whose time is put right by %d minutes keeps its sockets and takes new ones",
  async (minutes) => {
    const known = at.server.byKey.get("aaaa");
    const socket = at.raw();
    await socket.id();
    vi.useFakeTimers({ now: Date.now() + minutes * 60_000, toFake: ["Date"] });
    if (known) checkPulse(known);
    expect(await isAlive()).toBe(true);
    vi.useRealTimers();
    expect(await isAlive()).toBe(true);
    expect(socket.ws.readyState).toBe(1);
  },
);

test("who watches a user with two tabs hears that they went when the last one did", async () => {
  const watcher = at.phone({ id: "wanda", watchlist: ["walt"] });
  const [offline, online] = [vi.fn(), once(watcher.user.watchlist, "online")];
  watcher.user.watchlist.bind("offline", offline);
  watcher.signin();
  await watcher.user.signinDonePromise;
  const tabs = [at.phone({ id: "walt" }), at.phone({ id: "walt" })];
  for (const tab of tabs) {
    tab.signin();
    await tab.user.signinDonePromise;
  }
  await online;
  tabs[0]?.disconnect();
  await soon(() => expect(at.server.byKey.get("aaaa")?.users.get("walt")?.size).toBe(1));
  expect(offline).not.toHaveBeenCalled();
  tabs[1]?.disconnect();
  await soon(() => expect(offline).toHaveBeenCalledTimes(1));
});

test("nothing is compressed, whatever a client offers", async () => {
  const socket = at.raw();
  await socket.id();
  expect([socket.ws.extensions, socket.ws.protocol]).toEqual(["", ""]);
});

test("messages may leave away what they do not need", async () => {
  const socket = at.raw();
  await socket.id();
  socket.ws.send('{"event":"pusher:ping"}');
  await socket.hears("pusher:pong");
});

test("a client that talks without end is closed with 4100; one that sends 65 KB at once is dropped", async () => {
  const [loud, large] = [at.raw(), at.raw()];
  await Promise.all([loud.id(), large.id()]);
  for (let n = 0; n < 500; n++) loud.say("pusher:ping", {});
  expect(await loud.closed).toBe(4100);
  large.ws.send("x".repeat(65_537));
  expect(await large.closed).toBe(1009);
});
