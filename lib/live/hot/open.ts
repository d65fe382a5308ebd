import { sessionCookie } from "@/lib/db/session";
import type { Env } from "@/lib/env";
import { Database } from "../database";
import { driverFor } from "../driver-for";
import { openHubs } from "../hub/open";
import type { App } from "../pusher/app";
import { socketOptions } from "../socket-options";
import { Allowance } from "./allowance";
import { Ballots } from "./ballots";
import { Doors } from "./doors";
import type { Hall } from "./hall";
import { Sessions } from "./sessions";

export const originsOf = (env: Env) => [new URL(env.TWOFEET_URL).origin];

/** What the hot lane works with, and how it is put away. */
export async function openHall(env: Env, app: App): Promise<{ hall: Hall; close: () => Promise<void> }> {
  const url = env.DATABASE_APP_URL;
  const database = new Database(url);
  const driver = driverFor(env, app, database);
  const sessions = new Sessions(database, sessionCookie());
  const doors = new Doors(database, env.TWOFEET_SECRET);
  const ballots = new Ballots([new Database(url, 1), new Database(url, 1)]);
  const { hubs, close: closeHubs } = await openHubs(url, database, driver, () => {
    sessions.clear();
    doors.clear();
    driver.recheck();
  });
  driver.open((eventId) => hubs.of(eventId).touch());
  const close = async () => {
    driver.close();
    await closeHubs();
    await ballots.close();
    await database.close();
  };
  const settings = {
    origins: originsOf(env),
    isSecure: env.TWOFEET_URL.startsWith("https:"),
    socket: socketOptions(env),
  };
  const hall = { database, driver, hubs, sessions, doors, ballots, allowance: new Allowance(), ...settings };
  return { hall, close };
}
