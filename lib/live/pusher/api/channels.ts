import type { App } from "../app";
import { isChannelName, kindOf } from "../names";
import { ApiRefusal } from "./refusal";

/** What was asked about one channel, by the comma-separated names of `info`. */
export function attributes(app: App, name: string, info: string) {
  const channel = app.channels.get(name);
  const wanted = new Set(info.split(","));
  const known: Record<string, unknown> = {};
  if (wanted.has("user_count") && kindOf(name) === "presence") {
    known.user_count = channel?.members.size ?? 0;
  }
  if (wanted.has("subscription_count")) known.subscription_count = channel?.subscribers.size ?? 0;
  if (wanted.has("cache")) {
    const last = channel?.lastMessage();
    known.cache = last ? { event: last.event, data: last.data } : null;
  }
  return known;
}

export function channelList(app: App, query: URLSearchParams) {
  const prefix = query.get("filter_by_prefix") ?? "";
  const info = query.get("info") ?? "";
  if (info.split(",").includes("user_count") && !prefix.startsWith("presence-")) {
    throw new ApiRefusal(400, "user_count needs filter_by_prefix=presence-");
  }
  const occupied = [...app.channels.values()].filter(
    ({ name, subscribers }) => subscribers.size > 0 && name.startsWith(prefix),
  );
  const channels = occupied.map(({ name }) => [name, attributes(app, name, info)]);
  return { channels: Object.fromEntries(channels) };
}

export function channelInfo(app: App, name: string, query: URLSearchParams) {
  if (!isChannelName(name)) throw new ApiRefusal(400, "Invalid channel name");
  const info = query.get("info") ?? "";
  if (info.split(",").includes("user_count") && kindOf(name) !== "presence") {
    throw new ApiRefusal(400, "user_count needs a presence channel");
  }
  const occupied = (app.channels.get(name)?.subscribers.size ?? 0) > 0;
  return { occupied, ...attributes(app, name, info) };
}

export function channelUsers(app: App, name: string) {
  if (kindOf(name) !== "presence") throw new ApiRefusal(400, "Users need a presence channel");
  const members = app.channels.get(name)?.members ?? new Map<string, unknown>();
  return { users: [...members.keys()].map((id) => ({ id })) };
}
