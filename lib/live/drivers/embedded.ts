import type { App } from "../pusher/app";
import type { Connection } from "../pusher/connection";
import { publish } from "../pusher/server";
import { channelAuth } from "../pusher/signature";
import type { Driver, Listener } from "./driver";

/** Our own Pusher-protocol server in this process. */
export function embeddedDriver(app: App): Driver {
  return {
    kind: "embedded",
    tickHz: 4,
    publish: (channel, event, data) => publish(app, { channel, event, data }),
    authorize(socketId, channel, listener) {
      const channel_data = JSON.stringify(listener);
      return { auth: channelAuth(app.settings, socketId, channel, channel_data), channel_data };
    },
    async terminateUser(userId) {
      for (const connection of app.connections.values()) {
        if (isUser(connection, userId)) connection.close(4009, "Connection terminated");
      }
    },
    listeners: (channel) => app.channels.get(channel)?.subscribers.size ?? 0,
  };
}

/** Whom a subscription was signed for; null where it was none of ours. */
export function listenerOf(connection: Connection, channel: string): Listener | null {
  const signed = connection.channels.get(channel);
  return signed ? (JSON.parse(signed) as Listener) : null;
}

function isUser(connection: Connection, userId: string) {
  if (connection.user?.id === userId) return true;
  return [...connection.channels.keys()].some((channel) => listenerOf(connection, channel)?.userId === userId);
}
