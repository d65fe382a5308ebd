import type { Env } from "@/lib/env";

/** Where sockets are, as a page tells the phone; null: there are none, it polls. Without `host` they are ours. */
export type SocketOptions = { key: string; host: string | null; port: number | null } | null;

export function socketOptions(env: Env): SocketOptions {
  if (env.REALTIME === "poll") return null;
  if (env.REALTIME === "embedded") return { key: env.PUSHER_KEY, host: null, port: null };
  return {
    key: env.PUSHER_KEY,
    host: env.PUSHER_HOST ?? `ws-${env.PUSHER_CLUSTER}.pusher.com`,
    port: env.PUSHER_PORT ?? null,
  };
}
