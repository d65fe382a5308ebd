import type Pusher from "pusher-js";
import { audienceOf, channelOf, frameEvent } from "@/lib/live/channel";
import type { Frame } from "@/lib/live/feed";
import { authorizer } from "./authorizer";
import { call } from "./request";
import type { Store } from "./store";

/** `hurry`: tries again now if it is waiting to. `prove`: shows that it is alive, or begins anew. */
export type Socket = { close: () => void; hurry: () => void; prove: () => void };
type Heard = { subscribed: (spreadMs: number) => void; lost: () => void };
type Options = { key: string; host: string | null; port: number | null; sealed: boolean } | null;

/** Opens the socket once the page is painted and idle; null where the server has none. */
export async function openSocket(store: Store, heard: Heard): Promise<Socket | null> {
  await idle();
  const options = await socketOptions();
  if (!options) return null;
  const { default: Client } = await import("pusher-js");
  const { handler, spreadMs } = authorizer(store.place);
  const pusher = new Client(options.key, {
    cluster: "own",
    ...endpoint(options),
    // without this list it would fall back to a third party's servers
    enabledTransports: ["ws", "wss"],
    pongTimeout: 10_000,
    channelAuthorization: { customHandler: handler, endpoint: "", transport: "ajax" },
  });
  const { eventId, hall, wallKey } = store.place;
  const audience = hall || wallKey ? "hall" : audienceOf(store.state.ballot.member?.role ?? null);
  const channel = pusher.subscribe(channelOf(eventId, audience, options.sealed));
  channel.bind(frameEvent, (frame: Frame) => store.receive(frame));
  channel.bind("pusher:subscription_succeeded", () => heard.subscribed(spreadMs()));
  channel.bind("pusher:subscription_error", heard.lost);
  pusher.connection.bind("state_change", ({ current }: { current: string }) => {
    if (current !== "connected") heard.lost();
  });
  return { close: () => pusher.disconnect(), hurry: () => hurry(pusher), prove: prover(pusher) };
}

const waiting = ["connecting", "unavailable", "disconnected"];

/** After a refused connection pusher-js rests for 15 s and more, which is long after a restart of two seconds. */
function hurry(pusher: Pusher) {
  if (waiting.includes(pusher.connection.state)) renew(pusher);
}

function renew(pusher: Pusher) {
  pusher.disconnect();
  pusher.connect();
}

const proofMs = 5_000;

/** Asks a socket that claims to be open for a sign of life: after sleep its other end may be long gone. */
function prover(pusher: Pusher) {
  let isProving = false;
  return () => {
    if (isProving || pusher.connection.state !== "connected") return;
    isProving = true;
    const over = () => {
      isProving = false;
      clearTimeout(timer);
      pusher.connection.unbind("message", over);
      pusher.connection.unbind("state_change", over);
    };
    const timer = setTimeout(() => {
      over();
      renew(pusher);
    }, proofMs);
    pusher.connection.bind("message", over);
    pusher.connection.bind("state_change", over);
    pusher.send_event("pusher:ping", {});
  };
}

/** Asked for until it is answered: a page opened on a dead network gets its socket later. */
async function socketOptions(): Promise<Options> {
  for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
    const answer = await call("socket");
    if (answer?.ok) return (await answer.json()) as Options;
    await new Promise((done) => setTimeout(done, wait * (0.5 + Math.random())));
  }
}

function endpoint({ host, port }: NonNullable<Options>) {
  const isSecure = location.protocol === "https:";
  const ownPort = Number(location.port) || (isSecure ? 443 : 80);
  const at = host ? (port ?? 443) : ownPort;
  return { wsHost: host ?? location.hostname, wsPort: at, wssPort: at, forceTLS: host ? at === 443 : isSecure };
}

function idle() {
  return new Promise<void>((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done(), { timeout: 2_000 });
    else setTimeout(done, 300);
  });
}
