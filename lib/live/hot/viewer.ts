import type { IncomingMessage } from "node:http";
import type { Hall } from "./hall";
import { Turned } from "./reply";

/** Who asks, if their session may still ask. Refuses `too-many-requests`. */
export async function mayAsk(hall: Hall, request: IncomingMessage) {
  const viewer = await hall.sessions.viewer(request);
  const wait = viewer ? hall.allowance.spend(viewer.token) : 0;
  if (wait > 0) throw new Turned(429, "too-many-requests", { retryAfter: wait });
  return viewer;
}
