import type { Connection } from "./connection";
import type { Message } from "./frame";
import { limits } from "./limits";
import { isEventName, kindOf } from "./names";

/** From one subscriber to the others of a private or presence channel; refused ones are told so (4301). */
export function clientEvent(connection: Connection, { event, channel: name, data }: Message) {
  const { app } = connection;
  const refusal = refusalOf(connection, event, name, data);
  if (refusal) return connection.refuse(4301, refusal);
  const channel = app.channels.get(name ?? "");
  if (!channel) return;
  const userId = channel.subscribers.get(connection)?.userId;
  const message = { event, channel: channel.name, data, ...(userId && { user_id: userId }) };
  channel.publish(message, connection.id);
  app.webhooks.tell({
    name: "client_event",
    channel: channel.name,
    event,
    data: typeof data === "string" ? data : JSON.stringify(data ?? null),
    socket_id: connection.id,
    ...(userId && { user_id: userId }),
  });
}

function refusalOf(connection: Connection, event: string, channel: unknown, data: unknown) {
  if (!connection.app.settings.clientEvents) return "Client events are not enabled";
  if (!isEventName(event)) return "Invalid event name";
  if (typeof channel !== "string" || !connection.channels.has(channel)) {
    return "Client event to a channel that is not subscribed";
  }
  if (!["private", "presence"].includes(kindOf(channel))) {
    return "Client events need a private or presence channel";
  }
  if (Buffer.byteLength(JSON.stringify(data ?? null)) > limits.dataBytes) return "Event too large";
  if (connection.count("clientEvents") > limits.clientEventsPerSecond) return "Rate limit exceeded";
  return null;
}
