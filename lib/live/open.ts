import type { Env } from "@/lib/env";
import { readChannel } from "./channel";
import type { Part } from "./front";
import { openHall, originsOf } from "./hot/open";
import { sendError } from "./hot/reply";
import { answerLive } from "./hot/router";
import { answer } from "./pusher/api/answer";
import type { App } from "./pusher/app";
import { PusherServer } from "./pusher/server";
import { upgrade } from "./pusher/upgrade";

export type Live = Part & { drain: () => Promise<void> };

/** Sockets, hot lane and ticks of this process. */
export async function openLive(env: Env): Promise<Live> {
  const sockets = openSockets(env, (eventId) => hall.hubs.of(eventId).touch());
  const { hall, close } = await openHall(env, sockets.app);
  return {
    handle(request, out) {
      const url = request.url ?? "";
      if (url.startsWith("/live/")) answerLive(hall, request, out);
      else if (url.startsWith("/apps/")) answer(sockets.server, request, out).catch((error) => sendError(out, error));
      else return false;
      return true;
    },
    upgrade: (request, wire, head) => upgrade(sockets.server, request, wire, head),
    drain: () => sockets.server.drain(),
    async close() {
      sockets.server.close();
      await close();
    },
  };
}

/** `onHeard`: a phone may have been authorized by another process than the one that holds its socket. */
function openSockets(env: Env, onHeard: (eventId: string) => void) {
  const settings = { id: env.PUSHER_APP_ID, key: env.PUSHER_KEY, secret: env.PUSHER_SECRET, origins: originsOf(env) };
  const onOccupied = (channel: string) => {
    const place = readChannel(channel);
    if (place) onHeard(place.eventId);
  };
  // with another driver nobody is to connect here, whatever they can sign
  const server = new PusherServer([{ ...settings, onOccupied, isDisabled: env.REALTIME !== "embedded" }]);
  return { server, app: server.byId.get(settings.id) as App };
}
