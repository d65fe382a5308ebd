import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type PusherClient from "pusher-js";
import { env } from "@/lib/env";
import { type Audience, channelOf, frameEvent } from "@/lib/live/channel";
import type { Frame, Snapshot } from "@/lib/live/feed";
import { openLive } from "@/lib/live/open";
import { aSession } from "@/tests/support/session";

// the build for Node: bundlers would take the browser's
const Client = createRequire(import.meta.url)("pusher-js") as typeof PusherClient;

/** Sockets and hot lane of one process, on a port of their own, without Next. */
export async function aLiveServer(settings: Partial<ReturnType<typeof env>> = {}) {
  const server = createServer();
  const live = await openLive({ ...env(), ...settings });
  server.on("request", (request, out) => {
    if (!live.handle(request, out)) out.writeHead(404).end();
  });
  server.on("upgrade", (request, wire, head) => {
    if (!live.upgrade(request, wire, head)) wire.destroy();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = new Promise((done) => server.close(done));
    await live.close();
    server.closeAllConnections();
    await closed;
  };
  return { port, origin: `http://127.0.0.1:${port}`, close };
}

type At = { origin: string; port: number };

/** A phone at a server: calls with its cookie, as its browser would. */
export async function aPhone(at: At, userId: string | null) {
  const session = userId ? await aSession(userId) : null;
  const jar = new Map(session ? [[session.name, session.value]] : []);
  return {
    jar,
    async call(path: string, method = "GET", body?: unknown, headers: Record<string, string> = {}) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(`${at.origin}/live/${path}`, {
        method,
        headers: { cookie, origin: at.origin, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
        jar.set(name, value);
      }
      return answer;
    },
  };
}

export type Phone = Awaited<ReturnType<typeof aPhone>>;

/** Listens to an event as a phone does; `frames` grows as they come. */
export function listenTo(
  at: At,
  phone: Phone,
  place: { slug: string; id: string; audience?: Audience; wall?: string },
) {
  const { slug, id, audience = "hall", wall } = place;
  const client = new Client(env().PUSHER_KEY, {
    cluster: "own",
    wsHost: "127.0.0.1",
    wsPort: at.port,
    forceTLS: false,
    enabledTransports: ["ws"],
    channelAuthorization: {
      endpoint: "",
      transport: "ajax",
      async customHandler({ socketId, channelName }, done) {
        const asked = { slug, socketId, channels: [channelName], ...(wall && { wall }) };
        const answer = await phone.call("auth", "POST", asked);
        const grant = answer.ok ? (await answer.json()).auth[channelName] : undefined;
        done(grant ? null : new Error(`${answer.status}`), grant ?? null);
      },
    },
  });
  const frames: Frame[] = [];
  const channel = client.subscribe(channelOf(id, audience));
  channel.bind(frameEvent, (frame: Frame) => frames.push(frame));
  const subscribed = new Promise<void>((done, fail) => {
    channel.bind("pusher:subscription_succeeded", () => done());
    channel.bind("pusher:subscription_error", fail);
  });
  subscribed.catch(() => {});
  return { client, frames, subscribed };
}

export async function boardAt(phone: Phone, slug: string): Promise<Snapshot> {
  return (await phone.call(`e/${slug}/board`)).json();
}
