type Settings = Readonly<Record<string, string | undefined>>;

/** What a page may connect to beside its own server: the hosted sockets, where there are such; never anybody else. */
export function connectSources({ REALTIME, PUSHER_HOST, PUSHER_PORT, PUSHER_CLUSTER, TWOFEET_URL }: Settings) {
  if (REALTIME !== "pusher") return ["'self'"];
  const host = PUSHER_HOST || `ws-${PUSHER_CLUSTER || "eu"}.pusher.com`;
  const at = PUSHER_PORT ? `${host}:${PUSHER_PORT}` : host;
  const isPlain = PUSHER_HOST && PUSHER_PORT !== "443" && !TWOFEET_URL?.startsWith("https:");
  return ["'self'", `wss://${at}`, ...(isPlain ? [`ws://${at}`] : [])];
}
