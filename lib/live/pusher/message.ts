import { z } from "zod";
import { clientEvent } from "./client-event";
import type { Connection } from "./connection";
import { messageFrame } from "./frame";
import { parseJson } from "./json";
import { limits } from "./limits";
import { signIn, signOut } from "./sign-in";
import { subscribe, unsubscribe } from "./subscribe";

const envelope = z.object({
  event: z.string().max(200),
  channel: z.string().max(250).optional(),
  data: z.unknown().optional(),
});

const pong = messageFrame({ event: "pusher:pong", data: {} });

/** Whatever a client sends: answered, refused or ignored, never fatal. */
export function receive(connection: Connection, text: string) {
  connection.heardAt = performance.now();
  connection.pinged = false;
  if (connection.count("messages") > limits.messagesPerSecond) {
    return connection.close(4100, "Too many messages");
  }
  const message = envelope.safeParse(parseJson(text));
  if (!message.success) return connection.refuse(4009, "Invalid message");
  const { event, channel, data } = message.data;
  if (event.startsWith("client-")) {
    return clientEvent(connection, { event, data, ...(channel !== undefined && { channel }) });
  }
  if (event === "pusher:ping") return connection.send(pong);
  if (event === "pusher:subscribe") return subscribe(connection, data);
  if (event === "pusher:unsubscribe") return unsubscribe(connection, channelIn(data));
  if (event === "pusher:signin") return signIn(connection, data);
}

function channelIn(data: unknown) {
  const parsed = z.object({ channel: z.string() }).safeParse(data);
  return parsed.success ? parsed.data.channel : "";
}

export function forget(connection: Connection) {
  for (const name of [...connection.channels.keys()]) unsubscribe(connection, name);
  signOut(connection);
  connection.app.connections.delete(connection.id);
}
