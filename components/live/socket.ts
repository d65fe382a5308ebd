import type Pusher from "pusher-js";
import { frameEvent, isSealed, movedEvent } from "@/lib/live/channel";
import type { Frame } from "@/lib/live/feed";
import { authorizer } from "./authorizer";
import { hurry, prover } from "./liveliness";
import type { Store } from "./store";
import { clientOptions, type Where, whereToListen } from "./where-to-listen";

/** `hurry`: tries again now if it is waiting to. `prove`: shows that it is alive, or begins anew. */
export type Socket = { close: () => void; hurry: () => void; prove: () => void };
type Heard = { subscribed: (spreadMs: number) => void; lost: () => void };

/** Where all move at once, not all ask at once. */
const moveSpreadMs = 2_000;
/** A refusal that may be a misunderstanding is not asked about more often. */
const doubtMs = 5_000;

/** Opens the socket once the page is painted and idle; null where the server has none. Follows where frames move. */
export async function openSocket(store: Store, heard: Heard): Promise<Socket | null> {
  await idle();
  let line: Socket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const begin = async () => {
    const where = await whereToListen(store.place);
    if (where && !isClosed) line = await openLine(store, where, { ...heard, moved });
    if (isClosed) line?.close();
  };
  const moved = (waitMs: number) => {
    line?.close();
    line = null;
    heard.lost();
    clearTimeout(timer);
    // without the code of the sockets the phone polls
    timer = setTimeout(() => void begin().catch(() => {}), waitMs);
  };

  await begin();
  if (!line) return null;
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      line?.close();
    },
    hurry: () => line?.hurry(),
    prove: () => line?.prove(),
  };
}

type LineHeard = Heard & { moved: (waitMs: number) => void };

async function openLine(store: Store, where: Where, heard: LineHeard): Promise<Socket> {
  const Client = await clientFor(where.channel);
  const { handler, spreadMs } = authorizer(store.place);
  const channelAuthorization = { customHandler: handler, endpoint: "", transport: "ajax" } as const;
  const pusher = new Client(where.key, { ...clientOptions(where), channelAuthorization });
  const channel = pusher.subscribe(where.channel);
  channel.bind(frameEvent, (frame: Frame) => store.receive(frame));
  channel.bind(movedEvent, () => heard.moved(Math.random() * moveSpreadMs));
  channel.bind("pusher:subscription_succeeded", () => heard.subscribed(spreadMs()));
  channel.bind("pusher:subscription_error", () => heard.moved(doubtMs * (1 + Math.random())));
  pusher.connection.bind("state_change", ({ current }: { current: string }) => {
    if (current !== "connected") heard.lost();
  });
  return { close: () => close(pusher), hurry: () => hurry(pusher), prove: prover(pusher) };
}

/** What is said of a closed line is not said of the one after it. */
function close(pusher: Pusher) {
  pusher.connection.unbind();
  pusher.unbind_all();
  pusher.disconnect();
}

/** The larger build only where it is needed: it can read what is sealed. */
async function clientFor(channel: string) {
  if (isSealed(channel)) return (await import("pusher-js/with-encryption")).default;
  return (await import("pusher-js")).default;
}

function idle() {
  return new Promise<void>((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => done(), { timeout: 2_000 });
    else setTimeout(done, 300);
  });
}
