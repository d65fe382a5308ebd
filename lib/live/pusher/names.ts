/** What a channel's name says about it. https://pusher.com/docs/channels/using_channels/channels */
export type Kind = "public" | "private" | "encrypted" | "presence" | "user";

const serverToUser = "#server-to-user-";

export function kindOf(channel: string): Kind {
  if (channel.startsWith(serverToUser)) return "user";
  if (channel.startsWith("private-encrypted-")) return "encrypted";
  if (channel.startsWith("private-")) return "private";
  if (channel.startsWith("presence-")) return "presence";
  return "public";
}

export function isChannelName(name: unknown): name is string {
  if (typeof name !== "string") return false;
  const bare = name.startsWith(serverToUser) ? name.slice(serverToUser.length) : name;
  return bare.length > 0 && bare.length <= 200 && /^[A-Za-z0-9_\-=@,.;]+$/.test(bare);
}

export function isEventName(name: unknown): name is string {
  return typeof name === "string" && name.length > 0 && name.length <= 200;
}

export function isCached(channel: string) {
  return /^(private-encrypted-|private-|presence-)?cache-/.test(channel);
}

export function userOf(channel: string) {
  return channel.slice(serverToUser.length);
}

export function userChannel(userId: string) {
  return serverToUser + userId;
}
