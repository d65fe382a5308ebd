import { z } from "zod";
import { channelOf, type Member } from "./channel";
import type { Connection } from "./connection";
import { errorFrame, internal, messageFrame } from "./frame";
import { parseJson } from "./json";
import { limits } from "./limits";
import { isCached, isChannelName, kindOf, userOf } from "./names";
import { channelAuth, sameText } from "./signature";
import { tellCount } from "./subscription-count";

const request = z.object({
  channel: z.string(),
  auth: z.string().nullish(),
  channel_data: z.string().nullish(),
});
type Request = z.infer<typeof request>;

const memberData = z.object({
  user_id: z.union([z.string().min(1).max(limits.userIdLength), z.number()]).transform(String),
  user_info: z.unknown().optional(),
});

export function subscribe(connection: Connection, data: unknown) {
  const asked = request.safeParse(data);
  if (!asked.success || !isChannelName(asked.data.channel)) {
    return connection.send(errorFrame(4009, "Invalid subscription"));
  }
  const name = asked.data.channel;
  if (connection.channels.has(name)) {
    return connection.send(errorFrame(null, `Existing subscription to channel ${name}`));
  }
  if (connection.channels.size >= limits.channelsPerSocket) {
    return fail(connection, name, "LimitReached", "Too many channels on this socket", 403);
  }
  if (!isAllowed(connection, asked.data)) {
    return fail(connection, name, "AuthError", "Invalid signature", 401);
  }
  if (kindOf(name) === "presence") return subscribeAsMember(connection, asked.data);
  admit(connection, asked.data, null);
}

const isSigned = (name: string) => !["public", "user"].includes(kindOf(name));

/** The signature is checked before anything that it covers is parsed. */
function isAllowed(connection: Connection, { channel, auth, channel_data }: Request) {
  const kind = kindOf(channel);
  if (kind === "public") return true;
  if (kind === "user") return connection.user?.id === userOf(channel);
  const { settings } = connection.app;
  return sameText(auth, channelAuth(settings, connection.id, channel, channel_data ?? undefined));
}

function subscribeAsMember(connection: Connection, asked: Request) {
  const member = memberOf(connection, asked.channel_data);
  if (!member) return fail(connection, asked.channel, "AuthError", "Invalid channel_data", 400);
  const { members } = channelOf(connection.app, asked.channel);
  if (members.size >= limits.presenceMembers && !members.has(member.userId)) {
    return fail(connection, asked.channel, "LimitReached", "Too many members", 403);
  }
  admit(connection, asked, member);
}

function memberOf(connection: Connection, text: string | null | undefined): Member | null {
  if (text == null) return connection.user && { userId: connection.user.id, info: connection.user.user_info };
  const parsed = memberData.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const info = parsed.data.user_info ?? {};
  if (Buffer.byteLength(JSON.stringify(info)) > limits.presenceInfoBytes) return null;
  return { userId: parsed.data.user_id, info };
}

function admit(connection: Connection, { channel: name, channel_data }: Request, member: Member | null) {
  const channel = channelOf(connection.app, name);
  const first = channel.subscribers.size === 0;
  channel.join(connection, member);
  connection.channels.set(name, isSigned(name) ? (channel_data ?? null) : null);
  const answer = member ? { presence: channel.presence() } : {};
  connection.send(internal("pusher_internal:subscription_succeeded", answer, name));
  if (first) connection.app.settings.onOccupied?.(name);
  if (first) connection.app.webhooks.tell({ name: "channel_occupied", channel: name });
  if (isCached(name)) sendCached(connection, name);
  tellCount(connection.app, channel);
}

function sendCached(connection: Connection, name: string) {
  const message = channelOf(connection.app, name).lastMessage();
  connection.send(messageFrame(message ?? { event: "pusher:cache_miss", channel: name }));
  if (!message) connection.app.webhooks.tell({ name: "cache_miss", channel: name });
}

export function unsubscribe(connection: Connection, name: string) {
  const channel = connection.app.channels.get(name);
  if (!channel || !connection.channels.delete(name)) return;
  channel.leave(connection);
  tellCount(connection.app, channel);
  if (channel.subscribers.size > 0) return;
  connection.app.webhooks.tell({ name: "channel_vacated", channel: name });
  if (channel.isIdle()) connection.app.channels.delete(name);
}

function fail(connection: Connection, channel: string, type: string, error: string, status: number) {
  const data = { type, error, status };
  connection.send(messageFrame({ event: "pusher:subscription_error", channel, data }));
}
