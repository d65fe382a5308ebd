import { call } from "./request";
import type { Place } from "./store";

type Grant = { auth: string; channel_data?: string; shared_secret?: string };
type Granted = { auth: Record<string, Grant>; spreadMs: number };
type Callback = (error: Error | null, grant: Grant | null) => void;
type Asked = { channelName: string; done: Callback };

/** Asks for all channels that are subscribed in one go, in one request. */
export function authorizer({ slug, wallKey }: Place) {
  let spread = 0;
  let waiting: Asked[] = [];

  async function ask(socketId: string) {
    const asked = waiting;
    waiting = [];
    const channels = asked.map(({ channelName }) => channelName);
    const answer = await call("auth", "POST", { slug, socketId, channels, ...(wallKey && { wall: wallKey }) });
    const { auth, spreadMs } = answer?.ok ? ((await answer.json()) as Granted) : { auth: {}, spreadMs: 0 };
    spread = spreadMs;
    for (const { channelName, done } of asked) {
      const grant = auth[channelName];
      done(grant ? null : new Error("refused"), grant ?? null);
    }
  }

  const handler = ({ socketId, channelName }: { socketId: string; channelName: string }, done: Callback) => {
    if (waiting.length === 0) queueMicrotask(() => void ask(socketId));
    waiting.push({ channelName, done });
  };
  return { handler, spreadMs: () => spread };
}
