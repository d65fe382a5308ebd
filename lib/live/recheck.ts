import { type Audience, audienceOf, readChannel } from "./channel";
import type { Database } from "./database";
import type { Listener } from "./drivers/driver";
import { listenerOf } from "./drivers/embedded";
import type { App } from "./pusher/app";
import type { Connection } from "./pusher/connection";
import { statements } from "./statements";

type Standing = { token: string; alive: boolean; role: string | null };
type Openness = { is_private: boolean; wall_epoch: number };
type Heard = { connection: Connection; eventId: string; audience: Audience; listener: Listener };

const everyMs = 60_000;
const gatherMs = 500;

/** Rechecks every minute (sessions also end by time), and soon after it is told to. */
export function keepChecking(app: App, database: Database) {
  let due: NodeJS.Timeout | null = null;
  let isClosed = false;
  const check = () => {
    due = null;
    // of a database that was put away meanwhile nothing needs to be known
    recheckListeners(app, database).catch((error) => isClosed || console.error(error));
  };
  const round = setInterval(check, everyMs).unref();
  return {
    now() {
      due ??= setTimeout(check, gatherMs).unref();
    },
    close() {
      isClosed = true;
      clearInterval(round);
      if (due) clearTimeout(due);
    },
  };
}

/**
 * The protocol checks access only when subscribing. After a session or a membership ended, whoever may no longer
 * listen loses the socket: for good (4009) when nothing is left to them, else to come back as what they are now.
 */
export async function recheckListeners(app: App, database: Database) {
  for (const [eventId, heard] of Map.groupBy(listeners(app), (one) => one.eventId)) {
    await recheckEvent(database, eventId, heard);
  }
}

async function recheckEvent(database: Database, eventId: string, heard: Heard[]) {
  const tokens = [...new Set(heard.flatMap(({ listener }) => listener.token ?? []))];
  const [rows, [openness]] = await Promise.all([
    database.rows<Standing>(statements.standings, [eventId, tokens]),
    database.rows<Openness>(statements.openness, [eventId]),
  ]);
  const standings = new Map(rows.map((row) => [row.token, row]));
  for (const { connection, audience, listener } of heard) {
    const standing = listener.token === null ? undefined : standings.get(listener.token);
    const isCrew = audienceOf(standing?.role ?? null) === "crew";
    if (isCut(listener, standing, openness)) connection.close(4009, "No longer admitted");
    else if (audience === "crew" && !isCrew) connection.close(4200, "Standing changed");
  }
}

function isCut(listener: Listener, standing: Standing | undefined, event: Openness | undefined) {
  if (!event) return true;
  if (listener.wallEpoch !== null) return listener.wallEpoch !== event.wall_epoch;
  if (listener.token !== null && !standing?.alive) return true;
  return event.is_private && !standing?.role;
}

function listeners(app: App) {
  return [...app.channels.values()].flatMap(({ name, subscribers }) => {
    const place = readChannel(name);
    return place ? [...subscribers.keys()].flatMap((connection) => heardBy(connection, name, place) ?? []) : [];
  });
}

function heardBy(connection: Connection, name: string, place: { eventId: string; audience: Audience }): Heard | null {
  const listener = listenerOf(connection, name);
  return listener && { connection, listener, eventId: place.eventId, audience: place.audience };
}
