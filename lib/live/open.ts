import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { sessionCookie } from "@/lib/db/session";
import type { Env } from "@/lib/env";
import { readChannel } from "./channel";
import { Database } from "./database";
import { driverFor } from "./driver-for";
import { Allowance } from "./hot/allowance";
import { Ballots } from "./hot/ballots";
import { Doors } from "./hot/doors";
import type { Hall } from "./hot/hall";
import { sendError } from "./hot/reply";
import { answerLive } from "./hot/router";
import { Sessions } from "./hot/sessions";
import { openHubs } from "./hub/open";
import { answer } from "./pusher/api/answer";
import type { App } from "./pusher/app";
import { PusherServer } from "./pusher/server";
import { upgrade } from "./pusher/upgrade";
import { keepChecking } from "./recheck";
import { socketOptions } from "./socket-options";

export type Live = {
  /** Takes the request, or answers false: then it is a page's. */
  handle: (request: IncomingMessage, out: ServerResponse) => boolean;
  upgrade: (request: IncomingMessage, wire: Duplex, head: Buffer) => boolean;
  close: () => Promise<void>;
};

/** Sockets, hot lane and ticks of this process. */
export async function openLive(_server: Server, env: Env): Promise<Live> {
  const database = new Database(env.DATABASE_APP_URL);
  const origins = [new URL(env.TWOFEET_URL).origin];
  const pusher = new PusherServer([
    { id: env.PUSHER_APP_ID, key: env.PUSHER_KEY, secret: env.PUSHER_SECRET, origins, onOccupied },
  ]);
  const app = pusher.byId.get(env.PUSHER_APP_ID) as App;
  const driver = driverFor(env, app);
  const sessions = new Sessions(database, sessionCookie());
  const doors = new Doors(database, env.TWOFEET_SECRET);
  const ballots = new Ballots([new Database(env.DATABASE_APP_URL, 1), new Database(env.DATABASE_APP_URL, 1)]);
  const checking = keepChecking(app, database);
  const { hubs, close: closeHubs } = await openHubs(env.DATABASE_APP_URL, database, driver, app, () => {
    sessions.clear();
    doors.clear();
    checking.now();
  });
  const hall: Hall = {
    database,
    driver,
    hubs,
    sessions,
    doors,
    origins,
    ballots,
    allowance: new Allowance(),
    isSecure: env.TWOFEET_URL.startsWith("https:"),
    socket: socketOptions(env),
  };

  // a phone may have been authorized by another process than the one that holds its socket
  function onOccupied(channel: string) {
    const place = readChannel(channel);
    if (place) hubs.of(place.eventId).touch();
  }

  return {
    handle(request, out) {
      const url = request.url ?? "";
      if (url.startsWith("/live/")) answerLive(hall, request, out);
      else if (url.startsWith("/apps/")) answer(pusher, request, out).catch((error) => sendError(out, error));
      else return false;
      return true;
    },
    upgrade: (request, wire, head) => upgrade(pusher, request, wire, head),
    async close() {
      checking.close();
      await pusher.drain();
      pusher.close();
      await closeHubs();
      await ballots.close();
      await database.close();
    },
  };
}
