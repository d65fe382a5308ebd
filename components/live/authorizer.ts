import { call } from "./request";
import type { Place } from "./store";

type Grant = { auth: string; channel_data?: string; shared_secret?: string };
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
    const { auth = {}, spreadMs = 0 } = answer?.ok ? await answer.json() : {};
    spread = spreadMs;
    for (const { channelName, done } of asked) {
      const grant: Grant | undefined = auth[channelName];
      done(grant ? null : new Error("refused"), grant ?? null);
    }
  }

  const handler = ({ socketId, channelName }: { socketId: string; channelName: string }, done: Callback) => {
    if (waiting.length === 0) queueMicrotask(() => void ask(socketId));
    waiting.push({ channelName, done });
  };
  return { handler, spreadMs: () => spread };
}
