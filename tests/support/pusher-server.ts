import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import Pusher from "pusher";
import type PusherClient from "pusher-js";
import { WebSocket } from "ws";
import { answer } from "@/lib/live/pusher/api/answer";
import type { AppSettings } from "@/lib/live/pusher/app";
import { PusherServer } from "@/lib/live/pusher/server";
import { upgrade } from "@/lib/live/pusher/upgrade";

// the build for Node, with encryption; bundlers would take the browser's
const Client = createRequire(import.meta.url)("pusher-js") as typeof PusherClient;

type Person = { id: string; watchlist?: string[]; user_info?: object };
type Said = { event: string; channel?: string; data: never; user_id?: string };

export const masterKey = "zyrm8pvV2C9fJcBfhyXzvxbJVN/H7QLmbe0xJi1GhPU=";

/** Our own Pusher server alone on a port, with the official libraries as its clients. */
export async function aPusherServer(...apps: [AppSettings, ...AppSettings[]]) {
  const server = new PusherServer(apps);
  const http = createServer((request, out) => void answer(server, request, out));
  http.on("upgrade", (request, wire, head) => {
    if (!upgrade(server, request, wire, head)) wire.destroy();
  });
  const port = await listening(http);
  const clients: PusherClient[] = [];

  /** The official library, as a backend that knows the app's secret. */
  function api({ id, key, secret } = apps[0]) {
    return new Pusher({
      appId: id,
      key,
      secret,
      host: "127.0.0.1",
      port: `${port}`,
      encryptionMasterKeyBase64: masterKey,
    });
  }

  /** The official client, with a backend that signs whatever it asks for. `asMember`: also name itself on presence channels. */
  function phone(user?: Person, { app = apps[0], asMember = true } = {}) {
    const trusted = api(app);
    const client = new Client(app.key, {
      cluster: "own",
      wsHost: "127.0.0.1",
      wsPort: port,
      forceTLS: false,
      enabledTransports: ["ws"],
      channelAuthorization: {
        endpoint: "",
        transport: "ajax",
        customHandler({ socketId, channelName }, done) {
          const isMember = asMember && user && channelName.startsWith("presence-");
          const member = isMember ? { user_id: user.id, user_info: user.user_info ?? {} } : undefined;
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

  /** A socket without pusher-js, to say what pusher-js never would. */
  function raw(path = `/app/${apps[0].key}?protocol=7`, headers: Record<string, string> = {}) {
    const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    const heard: Said[] = [];
    ws.on("message", (data) => heard.push(JSON.parse(String(data))));
    const closed = new Promise<number>((done) => ws.on("close", done));
    ws.on("error", () => {});
    const hears = (event: string) =>
      new Promise<Said>((done, fail) => {
        const look = () => {
          const found = heard.find((message) => message.event === event);
          if (found) done(found);
        };
        look();
        ws.on("message", look);
        setTimeout(() => fail(new Error(`not heard: ${event}`)), 15_000).unref();
      });
    const say = (event: string, data: unknown, channel?: string) => ws.send(JSON.stringify({ event, data, channel }));
    const hello = async () => JSON.parse((await hears("pusher:connection_established")).data);
    const id = async (): Promise<string> => (await hello()).socket_id;
    return { ws, heard, closed, say, hears, id };
  }

  function close() {
    for (const client of clients) client.disconnect();
    server.close();
    http.close();
    http.closeAllConnections();
  }
  return { server, http, port, api, phone, raw, close };
}

export type TestPusherServer = Awaited<ReturnType<typeof aPusherServer>>;

export function listening(what: Server) {
  return new Promise<number>((done) => what.listen(0, "127.0.0.1", () => done((what.address() as AddressInfo).port)));
}

type Bindable<T> = { bind: (name: string, hear: (data: T) => void) => unknown };

export const once = <T = unknown>(on: Bindable<T>, name: string) => new Promise<T>((done) => on.bind(name, done));

export async function subscribed(client: PusherClient, name: string) {
  const channel = client.subscribe(name);
  await once(channel, "pusher:subscription_succeeded");
  return channel;
}
