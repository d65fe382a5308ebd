import type { Env } from "@/lib/env";

/** What a page tells the phone about sockets; null: there are none, it polls. Without `host` they are ours. */
export type SocketOptions = { key: string; host: string | null; port: number | null; sealed: boolean } | null;

export function socketOptions(env: Env): SocketOptions {
  if (env.REALTIME === "poll") return null;
  const hosted = env.REALTIME === "pusher";
  return {
    key: env.PUSHER_KEY,
    host: hosted ? (env.PUSHER_HOST ?? "ws-eu.pusher.com") : null,
    port: hosted ? (env.PUSHER_PORT ?? null) : null,
    sealed: false,
  };
}
