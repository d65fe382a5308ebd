import { channelOf } from "../channel";
import type { Database } from "../database";
import type { App } from "../pusher/app";
import type { Connection } from "../pusher/connection";
import { publish } from "../pusher/server";
import { channelAuth } from "../pusher/signature";
import { keepChecking } from "../recheck";
import type { Driver, Listener } from "./driver";

/** Our own Pusher-protocol server in this process. */
export function embeddedDriver(app: App, database: Database): Driver {
  const checking = keepChecking(app, database);
  return {
    kind: "embedded",
    tickHz: 4,
    publish: (channel, event, data) => publish(app, { channel, event, data }),
    wireName: async (eventId, audience) => channelOf(eventId, audience),
    authorize(socketId, channel, listener) {
      const channel_data = JSON.stringify(listener);
      return { auth: channelAuth(app.settings, socketId, channel, channel_data), channel_data };
    },
    recheck: checking.now,
    listeners: (channel) => app.channels.get(channel)?.subscribers.size ?? 0,
    // the app tells by itself when a channel gets its first listener
    open: () => {},
    close: checking.close,
  };
}

/** Whom a subscription was signed for; null where it was none of ours. */
export function listenerOf(connection: Connection, channel: string): Listener | null {
  const signed = connection.channels.get(channel);
  return signed ? (JSON.parse(signed) as Listener) : null;
}
