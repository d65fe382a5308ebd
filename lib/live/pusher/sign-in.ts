import { z } from "zod";
import { type App, addTo, removeFrom } from "./app";
import type { Connection } from "./connection";
import { internal } from "./frame";
import { parseJson } from "./json";
import { limits } from "./limits";
import { sameText, userAuth } from "./signature";

const request = z.object({ auth: z.string(), user_data: z.string() });
const userData = z.object({
  id: z.string().min(1).max(limits.userIdLength),
  user_info: z
    .unknown()
    .optional()
    .transform((info) => info ?? {}),
  watchlist: z.array(z.string().max(limits.userIdLength)).max(limits.watchlist).default([]),
});

export function signIn(connection: Connection, data: unknown) {
  const { app } = connection;
  const asked = request.safeParse(data);
  if (!asked.success) return connection.close(4009, "Invalid sign-in");
  const { auth, user_data } = asked.data;
  if (!sameText(auth, userAuth(app.settings, connection.id, user_data))) {
    return connection.close(4009, "Invalid signature");
  }
  const user = userData.safeParse(parseJson(user_data));
  if (!user.success) return connection.close(4009, "Invalid user_data");
  signOut(connection);
  connection.user = user.data;
  connection.send(internal("pusher:signin_success", { user_data }));
  come(connection, user.data.id, user.data.watchlist);
}

function come(connection: Connection, userId: string, watchlist: string[]) {
  const { app } = connection;
  const first = !app.users.has(userId);
  addTo(app.users, userId, connection);
  for (const watched of watchlist) addTo(app.watchers, watched, connection);
  const online = watchlist.filter((watched) => app.users.has(watched));
  if (online.length > 0) connection.send(watchFrame("online", online));
  if (first) tellWatchers(app, "online", userId);
}

export function signOut(connection: Connection) {
  const { app, user } = connection;
  if (!user) return;
  connection.user = null;
  removeFrom(app.users, user.id, connection);
  for (const watched of user.watchlist) removeFrom(app.watchers, watched, connection);
  if (!app.users.has(user.id)) tellWatchers(app, "offline", user.id);
}

/** The only revocation this protocol has: access is checked when subscribing, never after. */
export function terminate(app: App, userId: string) {
  for (const connection of [...(app.users.get(userId) ?? [])]) {
    connection.close(4009, "Connection terminated");
  }
}

function tellWatchers(app: App, name: "online" | "offline", userId: string) {
  const watchers = app.watchers.get(userId);
  if (!watchers) return;
  const frame = watchFrame(name, [userId]);
  for (const connection of watchers) connection.send(frame);
}

function watchFrame(name: "online" | "offline", user_ids: string[]) {
  return internal("pusher_internal:watchlist_events", { events: [{ name, user_ids }] });
}
