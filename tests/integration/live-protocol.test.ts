import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import Pusher from "pusher";
import type PusherClient from "pusher-js";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { answer } from "@/lib/live/pusher/api/answer";
import type { App } from "@/lib/live/pusher/app";
import { checkPulse } from "@/lib/live/pusher/heartbeat";
import { PusherServer, publish } from "@/lib/live/pusher/server";
import { channelAuth, userAuth } from "@/lib/live/pusher/signature";
import { upgrade } from "@/lib/live/pusher/upgrade";
import { soon } from "@/tests/support/soon";

// the build for Node, with encryption; bundlers would take the browser's
const Client = createRequire(import.meta.url)("pusher-js") as typeof PusherClient;

const masterKey = "zyrm8pvV2C9fJcBfhyXzvxbJVN/H7QLmbe0xJi1GhPU=";
const app = { id: "1", key: "aaaa", secret: "a secret of sixteen or more" };
const other = { id: "2", key: "bbbb", secret: "another secret of sixteen" };
const small = { id: "3", key: "cccc", secret: "a third secret of sixteen", admitPerSecond: 1, maxConnections: 5 };

let server: PusherServer;
let http: Server;
let hooksServer: Server;
let port = 0;
const hooks: { headers: Record<string, unknown>; body: string }[] = [];
const clients: PusherClient[] = [];

beforeAll(async () => {
  hooksServer = createServer(async (request, out) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    hooks.push({ headers: request.headers, body });
    out.end();
  });
  const webhooks = [`http://127.0.0.1:${await listen(hooksServer)}/`];
  server = new PusherServer([
    { ...app, clientEvents: true, subscriptionCounts: true, webhooks, origins: ["https://day.example"] },
    { ...other, clientEvents: false },
    small,
  ]);
  http = createServer((request, out) => void answer(server, request, out));
  http.on("upgrade", (request, wire, head) => {
    if (!upgrade(server, request, wire, head)) wire.destroy();
  });
  port = await listen(http);
});

afterAll(() => {
  for (const client of clients) client.disconnect();
  server.close();
  http.close();
  hooksServer.close();
});

const listen = (what: Server) =>
  new Promise<number>((done) => what.listen(0, "127.0.0.1", () => done((what.address() as AddressInfo).port)));

function api(credentials = app) {
  const { id, key, secret } = credentials;
  return new Pusher({
    appId: id,
    key,
    secret,
    host: "127.0.0.1",
    port: `${port}`,
    encryptionMasterKeyBase64: masterKey,
  });
}

function phone(user?: { id: string; watchlist?: string[] }, credentials = app) {
  const trusted = api(credentials);
  const client = new Client(credentials.key, {
    cluster: "own",
    wsHost: "127.0.0.1",
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      endpoint: "",
      transport: "ajax",
      customHandler({ socketId, channelName }, done) {
        const member =
          user && channelName.startsWith("presence-") ? { user_id: user.id, user_info: { n: user.id } } : undefined;
        done(null, trusted.authorizeChannel(socketId, channelName, member));
      },
    },
    userAuthentication: {
      endpoint: "",
      transport: "ajax",
      customHandler: ({ socketId }, done) => done(null, trusted.authenticateUser(socketId, user ?? { id: "nobody" })),
    },
  });
  clients.push(client);
  return client;
}

type Channel = ReturnType<PusherClient["subscribe"]>;

const once = <T = unknown>(on: { bind: (name: string, hear: (data: T) => void) => unknown }, name: string) =>
  new Promise<T>((done) => on.bind(name, done));

async function subscribed(client: PusherClient, name: string): Promise<Channel> {
  const channel = client.subscribe(name);
  await once(channel, "pusher:subscription_succeeded");
  return channel;
}

/** A socket without pusher-js, to say what pusher-js never would. */
async function raw(path = `/app/${app.key}?protocol=7`, headers: Record<string, string> = {}) {
  const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  const heard: { event: string; channel?: string; data: never }[] = [];
  ws.on("message", (data) => heard.push(JSON.parse(String(data))));
  const closed = new Promise<number>((done) => ws.on("close", done));
  ws.on("error", () => {});
  const say = (event: string, data: unknown, channel?: string) => ws.send(JSON.stringify({ event, data, channel }));
  const hears = (event: string) =>
    soon(() => {
      const found = heard.find((message) => message.event === event);
      if (!found) throw new Error(`not heard: ${event}`);
      return found;
    });
  return { ws, heard, closed, say, hears };
}

async function socketIdOf(socket: Awaited<ReturnType<typeof raw>>) {
  return JSON.parse((await socket.hears("pusher:connection_established")).data).socket_id as string;
}

test("a public message reaches its subscribers, without the one it is said to come from", async () => {
  const [a, b] = [phone(), phone()];
  const [here, there] = await Promise.all([subscribed(a, "news"), subscribed(b, "news")]);
  const heardHere = vi.fn();
  here.bind("item", heardHere);
  const heard = once(there, "item");
  await api().trigger("news", "item", { n: 1 }, { socket_id: a.connection.socket_id });
  expect(await heard).toEqual({ n: 1 });
  expect(heardHere).not.toHaveBeenCalled();
});

test("the activity timeout is 25 seconds and the socket id has the protocol's form", async () => {
  const socket = await raw();
  const hello = JSON.parse((await socket.hears("pusher:connection_established")).data);
  expect(hello).toEqual({ socket_id: expect.stringMatching(/^\d+\.\d+$/), activity_timeout: 25 });
});

test("an encrypted message is readable by its subscriber, and ciphertext on the wire", async () => {
  const channel = await subscribed(phone(), "private-encrypted-plans");
  const socket = await raw();
  const id = await socketIdOf(socket);
  socket.say("pusher:subscribe", {
    channel: "private-encrypted-plans",
    auth: channelAuth(app, id, "private-encrypted-plans"),
  });
  await socket.hears("pusher_internal:subscription_succeeded");
  const heard = once(channel, "plan");
  await api().trigger("private-encrypted-plans", "plan", { canary: "two feet" });
  expect(await heard).toEqual({ canary: "two feet" });
  const wire = await socket.hears("plan");
  expect(JSON.parse(wire.data)).toEqual({ nonce: expect.any(String), ciphertext: expect.any(String) });
  expect(JSON.stringify(socket.heard)).not.toContain("two feet");
});

test("a cache channel says when it has nothing, and gives its last message to who comes late", async () => {
  const early = phone().subscribe("cache-board");
  await once(early, "pusher:cache_miss");
  await api().trigger("cache-board", "frame", { seq: 7 });
  expect(await once(phone().subscribe("cache-board"), "frame")).toEqual({ seq: 7 });
  const info = await (await api().get({ path: "/channels/cache-board", params: { info: "cache" } })).json();
  expect(info).toMatchObject({ occupied: true, cache: { event: "frame", data: JSON.stringify({ seq: 7 }) } });
});

test("what is sent to a user reaches that user's sockets and nobody else's", async () => {
  const [ann, bob] = [phone({ id: "ann" }), phone({ id: "bob" })];
  ann.signin();
  bob.signin();
  await Promise.all([ann.user.signinDonePromise, bob.user.signinDonePromise]);
  const bobHears = vi.fn();
  bob.user.bind("word", bobHears);
  const heard = once(ann.user, "word");
  await api().sendToUser("ann", "word", { to: "ann" });
  expect(await heard).toEqual({ to: "ann" });
  expect(bobHears).not.toHaveBeenCalled();
});

test("nobody listens in on another user's channel", async () => {
  const eve = await raw();
  const id = await socketIdOf(eve);
  eve.say("pusher:subscribe", { channel: "#server-to-user-ann", auth: channelAuth(app, id, "#server-to-user-ann") });
  expect(await eve.hears("pusher:subscription_error")).toMatchObject({
    channel: "#server-to-user-ann",
    data: { status: 401 },
  });
});

test("an authorization is good for its own socket and channel only", async () => {
  const [ann, eve] = [await raw(), await raw()];
  const stolen = channelAuth(app, await socketIdOf(ann), "private-x");
  await socketIdOf(eve);
  eve.say("pusher:subscribe", { channel: "private-x", auth: stolen });
  expect(await eve.hears("pusher:subscription_error")).toMatchObject({
    channel: "private-x",
    data: { type: "AuthError", status: 401 },
  });
  ann.say("pusher:subscribe", { channel: "private-y", auth: stolen });
  expect(await ann.hears("pusher:subscription_error")).toMatchObject({ channel: "private-y" });
});

test("a forged sign-in closes the socket", async () => {
  const eve = await raw();
  await socketIdOf(eve);
  const user_data = JSON.stringify({ id: "ann" });
  eve.say("pusher:signin", { auth: userAuth(other, "1.1", user_data), user_data });
  expect(await eve.closed).toBe(4009);
});

test("a client event goes to the others of its channel; to a channel not subscribed it is refused (4301)", async () => {
  const [a, b] = [phone(), phone()];
  const [here, there] = await Promise.all([subscribed(a, "private-talk"), subscribed(b, "private-talk")]);
  const own = vi.fn();
  here.bind("client-wave", own);
  const heard = once(there, "client-wave");
  here.trigger("client-wave", { hand: 1 });
  expect(await heard).toEqual({ hand: 1 });
  expect(own).not.toHaveBeenCalled();
  const error = once<{ data: { code: number } }>(a.connection, "error");
  a.send_event("client-wave", {}, "private-elsewhere");
  expect((await error).data.code).toBe(4301);
});

test("client events are limited to ten a second, need a private channel, and are off unless the app allows them", async () => {
  const a = phone();
  const [channel, open] = await Promise.all([subscribed(a, "private-flood"), subscribed(a, "open")]);
  const codes: number[] = [];
  a.connection.bind("error", (error: { data: { code: number } }) => codes.push(error.data.code));
  for (let n = 0; n < 25; n++) channel.trigger("client-n", { n });
  await soon(() => expect(codes.length).toBeGreaterThan(0));
  codes.length = 0;
  open.trigger("client-n", {});
  const b = phone(undefined, other);
  const talk = await subscribed(b, "private-talk");
  const refused = once<{ data: { code: number } }>(b.connection, "error");
  talk.trigger("client-n", {});
  expect((await refused).data.code).toBe(4301);
  await soon(() => expect(codes).toContain(4301));
});

test("a member comes once and goes once, however many tabs", async () => {
  const ann = phone({ id: "ann" });
  const channel = await subscribed(ann, "presence-hall");
  const [came, went] = [vi.fn(), vi.fn()];
  channel.bind("pusher:member_added", came);
  channel.bind("pusher:member_removed", went);
  const tabs = [phone({ id: "bob" }), phone({ id: "bob" })];
  for (const tab of tabs) await subscribed(tab, "presence-hall");
  expect(came.mock.calls).toEqual([[{ id: "bob", info: { n: "bob" } }]]);
  expect(await (await api().get({ path: "/channels/presence-hall/users" })).json()).toEqual({
    users: [{ id: "ann" }, { id: "bob" }],
  });
  const asked = { path: "/channels/presence-hall", params: { info: "user_count,subscription_count" } };
  expect(await (await api().get(asked)).json()).toEqual({ occupied: true, user_count: 2, subscription_count: 3 });
  tabs[0]?.disconnect();
  await soon(async () => expect(await (await api().get(asked)).json()).toMatchObject({ subscription_count: 2 }));
  expect(went).not.toHaveBeenCalled();
  tabs[1]?.disconnect();
  await soon(() => expect(went.mock.calls).toEqual([[{ id: "bob", info: { n: "bob" } }]]));
});

test("members are named only by what was signed", async () => {
  const eve = await raw();
  const id = await socketIdOf(eve);
  const [mine, forged] = [{ user_id: "eve" }, { user_id: "ann" }].map((member) => JSON.stringify(member));
  eve.say("pusher:subscribe", {
    channel: "presence-q",
    auth: channelAuth(app, id, "presence-q", mine),
    channel_data: forged,
  });
  expect(await eve.hears("pusher:subscription_error")).toMatchObject({ data: { type: "AuthError" } });
});

test("channels can be listed by prefix; users only of presence channels", async () => {
  await subscribed(phone(), "list-one");
  const list = await (await api().get({ path: "/channels", params: { filter_by_prefix: "list-" } })).json();
  expect(list).toEqual({ channels: { "list-one": {} } });
  await expect(api().get({ path: "/channels", params: { info: "user_count" } })).rejects.toMatchObject({ status: 400 });
  await expect(api().get({ path: "/channels/list-one/users" })).rejects.toMatchObject({ status: 400 });
});

test("a batch of ten is delivered, of eleven refused; 10,241 bytes are too many", async () => {
  const channel = await subscribed(phone(), "batched");
  const heard = vi.fn();
  channel.bind("n", heard);
  const batch = (size: number) =>
    Array.from({ length: size }, (_, n) => ({ channel: "batched", name: "n", data: `${n}` }));
  await api().triggerBatch(batch(10));
  await soon(() => expect(heard).toHaveBeenCalledTimes(10));
  await expect(api().triggerBatch(batch(11))).rejects.toMatchObject({ status: 400 });
  await expect(api().trigger("batched", "n", "x".repeat(10_241))).rejects.toMatchObject({ status: 413 });
  await api().trigger("batched", "n", "x".repeat(10_240));
});

test("a trigger may ask what it reached", async () => {
  await subscribed(phone(), "asked");
  const answer = await api().trigger(["asked", "nobody"], "n", {}, { info: "subscription_count" });
  expect(await answer.json()).toEqual({
    channels: { asked: { subscription_count: 1 }, nobody: { subscription_count: 0 } },
  });
});

test("subscribers are counted", async () => {
  const first = await subscribed(phone(), "counted");
  const count = vi.fn();
  first.bind("pusher:subscription_count", count);
  await subscribed(phone(), "counted");
  await soon(() => expect(count).toHaveBeenLastCalledWith({ subscription_count: 2 }));
});

test("who watches a user hears when they come and go", async () => {
  const watcher = phone({ id: "wanda", watchlist: ["walt"] });
  const [online, offline] = [once(watcher.user.watchlist, "online"), once(watcher.user.watchlist, "offline")];
  watcher.signin();
  await watcher.user.signinDonePromise;
  const walt = phone({ id: "walt" });
  walt.signin();
  expect(await online).toMatchObject({ user_ids: ["walt"] });
  walt.disconnect();
  expect(await offline).toMatchObject({ user_ids: ["walt"] });
});

test("a wrong secret, an old call, a call from the future and a replay are refused", async () => {
  await expect(api({ ...app, secret: "not the secret at all" }).trigger("x", "y", {})).rejects.toMatchObject({
    status: 401,
  });
  const signed = (at: number) => {
    vi.useFakeTimers({ now: at, toFake: ["Date"] });
    const query = api().createSignedQueryString({ method: "POST", path: "/apps/1/events", body: event, params: {} });
    vi.useRealTimers();
    return query;
  };
  const event = JSON.stringify({ name: "n", channel: "c", data: "{}" });
  const post = (query: string) =>
    fetch(`http://127.0.0.1:${port}/apps/1/events?${query}`, { method: "POST", body: event });
  expect((await post(signed(Date.now() - 601_000))).status).toBe(401);
  expect((await post(signed(Date.now() + 602_000))).status).toBe(401);
  const good = signed(Date.now() - 30_000);
  expect((await post(good)).status).toBe(200);
  vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ["Date"] });
  expect((await post(good)).status).toBe(401);
  vi.useRealTimers();
});

test("the same channel under another key hears nothing", async () => {
  const [here, there] = await Promise.all([subscribed(phone(), "twin"), subscribed(phone(undefined, other), "twin")]);
  const heard = vi.fn();
  there.bind("n", heard);
  const own = once(here, "n");
  await api().trigger("twin", "n", {});
  await own;
  expect(heard).not.toHaveBeenCalled();
});

test("a terminated user is closed with 4009 and stays away", async () => {
  const ann = phone({ id: "tess" });
  ann.signin();
  await ann.user.signinDonePromise;
  const error = once<{ data: { code: number } }>(ann.connection, "error");
  await api().terminateUserConnections("tess");
  expect((await error).data.code).toBe(4009);
  await soon(() => expect(ann.connection.state).not.toBe("connected"));
  await new Promise((done) => setTimeout(done, 1_300));
  expect(ann.connection.state).not.toBe("connected");
});

test.each([
  ["/app/nobody?protocol=7", 4001],
  [`/app/${app.key}`, 4008],
  [`/app/${app.key}?protocol=x`, 4006],
  [`/app/${app.key}?protocol=3`, 4007],
])("%s is closed with %d", async (path, code) => {
  expect(await (await raw(path)).closed).toBe(code);
});

test("beyond its rate an app admits nobody (4100)", async () => {
  const path = `/app/${small.key}?protocol=7`;
  // all at once: a busy machine may take longer for two in turn than the rate asks
  const crowd = await Promise.all(Array.from({ length: 5 }, () => raw(path)));
  expect(await Promise.race(crowd.map(({ closed }) => closed))).toBe(4100);
});

test("a page of another site and a full address as the target are refused", async () => {
  const handshake = async (headers: Record<string, string>) => {
    const { ws } = await raw(undefined, headers);
    return new Promise((done) => {
      ws.on("unexpected-response", (_, response) => done(response.statusCode));
      ws.on("open", () => done(101));
      ws.on("error", (error) => done(Number(/\d{3}/.exec(error.message)?.[0])));
    });
  };
  expect(await handshake({ origin: "https://evil.example" })).toBe(403);
  expect(await handshake({ origin: "https://day.example" })).toBe(101);
  expect(await handshake({ origin: `http://127.0.0.1:${port}` })).toBe(101);
  const { connect } = await import("node:net");
  const wire = connect(port, "127.0.0.1");
  wire.write(
    `GET http://evil.example/app/${app.key} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  const answered = await new Promise((done) => wire.once("data", (data) => done(String(data))));
  expect(answered).toMatch(/^HTTP\/1.1 400/);
});

test("a socket may subscribe to a hundred channels", async () => {
  const socket = await raw();
  await socketIdOf(socket);
  for (let n = 0; n < 101; n++) socket.say("pusher:subscribe", { channel: `many-${n}`, auth: "" });
  expect(await socket.hears("pusher:subscription_error")).toMatchObject({
    channel: "many-100",
    data: { type: "LimitReached" },
  });
});

test("whatever is said, the server lives on", async () => {
  const socket = await raw();
  await socketIdOf(socket);
  for (const text of [
    "",
    "null",
    "[]",
    "{",
    '{"event":7}',
    '{"event":"pusher:subscribe"}',
    '{"event":"__proto__","data":{"__proto__":1}}',
  ]) {
    socket.ws.send(text);
  }
  socket.say("pusher:ping", {});
  await socket.hears("pusher:pong");
});

test("a silent socket is asked, then closed with 4201", async () => {
  const socket = await raw();
  const id = await socketIdOf(socket);
  const known = server.byId.get("1") as App;
  const connection = known.connections.get(id);
  checkPulse({ connections: new Map([[id, connection]]) } as App, performance.now() + 26_000);
  await socket.hears("pusher:ping");
  checkPulse({ connections: new Map([[id, connection]]) } as App, performance.now() + 56_000);
  expect(await socket.closed).toBe(4201);
});

test("webhooks tell what happened, signed so that the official library believes them", async () => {
  hooks.length = 0;
  const client = phone();
  await subscribed(client, "hooked");
  client.unsubscribe("hooked");
  const told = () =>
    hooks.flatMap(({ body }) =>
      JSON.parse(body).events.map(({ name, channel }: { name: string; channel: string }) => `${name} ${channel}`),
    );
  await soon(() =>
    expect(told()).toEqual(expect.arrayContaining(["channel_occupied hooked", "channel_vacated hooked"])),
  );
  const [hook] = hooks;
  const webhook = api().webhook({ headers: hook?.headers as Record<string, string>, rawBody: hook?.body ?? "" });
  expect(webhook.isValid()).toBe(true);
  expect(
    api({ ...app, secret: "not the secret at all" })
      .webhook({ headers: hook?.headers as Record<string, string>, rawBody: hook?.body ?? "" })
      .isValid(),
  ).toBe(false);
});

test("the signatures are those of the official libraries", () => {
  expect(channelAuth({ key: "aaaa", secret: "tofu" }, "123.456", "test")).toBe(
    "aaaa:efa6cf7644a0b35cba36aa0f776f3cbf7bb60e95ea2696bde1dbe8403b61bd7c",
  );
  expect(userAuth({ key: "aaaa", secret: "tofu" }, "123.456", JSON.stringify({ id: "45678" }))).toBe(
    "aaaa:f4b1fdeea7c93e32648c7230e32b172057c5623cace6cfce791c6e7035e0babd",
  );
});

test("a weak secret is no secret", () => {
  expect(() => new PusherServer([{ id: "9", key: "k", secret: "app-secret" }])).toThrow("secret");
});

test("a consumer too slow for its channel is dropped, the others hear everything", async () => {
  const slow = await raw();
  await socketIdOf(slow);
  slow.say("pusher:subscribe", { channel: "flood", auth: "" });
  await slow.hears("pusher_internal:subscription_succeeded");
  const quick = await subscribed(phone(), "flood");
  const heard = vi.fn();
  quick.bind("n", heard);
  slow.ws.pause();
  const known = server.byId.get("1") as App;
  const before = known.connections.size;
  const data = JSON.stringify("x".repeat(10_000));
  let sent = 0;
  while (known.connections.size === before && sent < 3_000) {
    for (let n = 0; n < 20; n++) publish(known, { channel: "flood", event: "n", data });
    sent += 20;
    await new Promise(setImmediate);
  }
  expect(known.connections.size).toBe(before - 1);
  await soon(() => expect(heard).toHaveBeenCalledTimes(sent));
  slow.ws.terminate();
});

test("on a restart everybody is asked to come back at once (4200), and nobody new is let in", async () => {
  const leaving = new PusherServer([app]);
  const web = createServer();
  web.on("upgrade", (request, wire, head) => upgrade(leaving, request, wire, head));
  const at = await listen(web);
  const sockets = Array.from({ length: 60 }, () => new WebSocket(`ws://127.0.0.1:${at}/app/aaaa?protocol=7`));
  const closed = sockets.map((ws) => new Promise((done) => ws.on("close", done)));
  await Promise.all(sockets.map((ws) => new Promise((done) => ws.on("open", done))));
  const draining = leaving.drain();
  expect(new Set(await Promise.all(closed))).toEqual(new Set([4200]));
  const late = new WebSocket(`ws://127.0.0.1:${at}/app/aaaa?protocol=7`);
  expect(await new Promise((done) => late.on("close", done))).toBe(4100);
  await draining;
  leaving.close();
  web.close();
});
