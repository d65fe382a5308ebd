import { WebSocket } from "ws";
import { env } from "@/lib/env";
import type { Bait } from "./bait";
import type { Place } from "./place";
import { findBait } from "./scan";
import type { Visitor } from "./world";

type Heard = { event: string; channel?: string; data?: string };

/** Every name under which somebody might think that A can be heard. */
export function channelsOf({ eventId, slug, org }: Place) {
  const names = [
    `e.${eventId}.hall`,
    `e.${eventId}.crew`,
    `e.${eventId}`,
    `event_${eventId}`,
    `e.${slug}.hall`,
    `o.${org}`,
  ];
  const kinds = ["", "private-", "private-encrypted-", "presence-", "cache-", "private-cache-", "presence-cache-"];
  const all = names.flatMap((name) => kinds.flatMap((kind) => [`${kind}${name}`, `${kind}${name}.1`]));
  return [...all, "sessions", `#server-to-user-${eventId}`];
}

/** A socket that asks for every channel, with whatever the server signs for this person, and with a forged signature. */
export async function listenIn(origin: string, { cookie }: Visitor, place: Place) {
  const at = `${origin.replace("http", "ws")}/app/${env().PUSHER_KEY}?protocol=7`;
  const ws = new WebSocket(at, { headers: { origin, ...(cookie && { cookie }) } });
  const heard: Heard[] = [];
  ws.on("message", (data) => heard.push(JSON.parse(String(data))));
  await new Promise((done, fail) => ws.once("message", done).once("error", fail));
  const { socket_id: socketId } = JSON.parse(heard[0]?.data ?? "{}");
  const signed = await signatures(origin, cookie, { socketId, slug: place.slug, channels: channelsOf(place) });
  const say = (data: object) => ws.send(JSON.stringify({ event: "pusher:subscribe", data }));
  for (const channel of channelsOf(place)) {
    const forged = { auth: `${env().PUSHER_KEY}:${"0".repeat(64)}`, channel_data: '{"user_id":"1"}' };
    say({ channel });
    say({ channel, ...(signed[channel] ?? forged) });
  }
  return {
    heard,
    signed: Object.keys(signed),
    subscribed: () => heard.filter(({ event }) => event.endsWith(":subscription_succeeded")).map((one) => one.channel),
    bait: (bait: Bait) => findBait(JSON.stringify(heard), bait, channelsOf(place).join(" ")),
    close: () => ws.terminate(),
  };
}

type Asked = { socketId: string; slug: string; channels: string[] };

/** Four at a time, as many as it takes. */
async function signatures(origin: string, cookie: string | null, { channels, ...asked }: Asked) {
  const grants: Record<string, object> = {};
  for (let at = 0; at < channels.length; at += 4) {
    const body = JSON.stringify({ ...asked, channels: channels.slice(at, at + 4) });
    const headers = { origin, ...(cookie && { cookie }) };
    const answer = await fetch(`${origin}/live/auth`, { method: "POST", headers, body });
    if (answer.ok) Object.assign(grants, (await answer.json()).auth);
  }
  return grants;
}
