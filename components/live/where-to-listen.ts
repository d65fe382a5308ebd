import { call } from "./request";
import type { Place } from "./store";

/** Where the server wants this phone to listen; without `host` at its own. */
export type Where = { key: string; host: string | null; port: number | null; channel: string };

/** Asked for until it is answered: a page opened on a dead network gets its socket later. Null: there is nothing to hear. */
export async function whereToListen({ slug, wallKey, hall }: Place): Promise<Where | null> {
  const query = new URLSearchParams({ slug });
  if (wallKey) query.set("wall", wallKey);
  if (hall) query.set("as", "hall");
  for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
    const answer = await call(`socket?${query}`);
    if (answer?.ok) return (await answer.json()) as Where | null;
    if (answer && [401, 403, 404].includes(answer.status)) return null;
    await new Promise((done) => setTimeout(done, wait * (0.5 + Math.random())));
  }
}

/** What pusher-js is told of the place. Without the list of transports it would fall back to a third party's servers. */
export function clientOptions({ host, port }: Where) {
  const isSecure = location.protocol === "https:";
  const ownPort = Number(location.port) || (isSecure ? 443 : 80);
  const at = host ? (port ?? 443) : ownPort;
  return {
    cluster: "own",
    wsHost: host ?? location.hostname,
    wsPort: at,
    wssPort: at,
    forceTLS: host ? at === 443 : isSecure,
    enabledTransports: ["ws", "wss"] as ("ws" | "wss")[],
    pongTimeout: 10_000,
  };
}
