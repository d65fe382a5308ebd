import { z } from "zod";
import type { App } from "../app";
import { parseJson } from "../json";
import { limits } from "../limits";
import { isChannelName, isEventName, kindOf } from "../names";
import { publish } from "../server";
import { attributes } from "./channels";
import { ApiRefusal } from "./refusal";

const channelName = z.string().refine(isChannelName, "Invalid channel name");
const shared = {
  name: z.string().refine(isEventName, "Invalid event name"),
  data: z.string(),
  socket_id: z
    .string()
    .regex(/^\d+\.\d+$/)
    .nullish(),
  info: z.string().nullish(),
};
const single = z.object({
  ...shared,
  channel: channelName.optional(),
  channels: z.array(channelName).min(1).max(limits.channelsPerPublish).optional(),
});
const batch = z.object({
  batch: z.array(z.object({ ...shared, channel: channelName })).max(limits.batch),
});

export function publishEvent(app: App, body: Buffer) {
  const event = read(single, body);
  const channels = event.channels ?? (event.channel === undefined ? [] : [event.channel]);
  if (channels.length === 0) throw new ApiRefusal(400, "No channel given");
  if (channels.length > 1 && channels.some((channel) => kindOf(channel) === "encrypted")) {
    throw new ApiRefusal(400, "An encrypted channel must be published to alone");
  }
  for (const channel of channels) send(app, channel, event);
  if (!event.info) return {};
  const { info } = event;
  return { channels: Object.fromEntries(channels.map((name) => [name, attributes(app, name, info)])) };
}

export function publishBatch(app: App, body: Buffer) {
  const events = read(batch, body).batch;
  for (const { data } of events) checkSize(data);
  for (const event of events) send(app, event.channel, event);
  if (!events.some(({ info }) => info)) return {};
  return { batch: events.map(({ channel, info }) => (info ? attributes(app, channel, info) : {})) };
}

type Sent = { name: string; data: string; socket_id?: string | null | undefined };

function send(app: App, channel: string, { name, data, socket_id }: Sent) {
  checkSize(data);
  publish(app, { channel, event: name, data, ...(socket_id && { except: socket_id }) });
}

function checkSize(data: string) {
  if (Buffer.byteLength(data) > limits.dataBytes) throw new ApiRefusal(413, "Event data too large");
}

function read<T>(schema: z.ZodType<T>, body: Buffer) {
  const parsed = schema.safeParse(parseJson(body.toString()));
  if (parsed.success) return parsed.data;
  throw new ApiRefusal(400, parsed.error.issues[0]?.message ?? "Malformed body");
}
