import { sendJson } from "./reply";
import type { Handler } from "./router";

/**
 * `GET socket?slug=&as=hall&wall=key`: where and with which key a phone opens its socket, and the channel that this
 * viewer's frames come on now; null when it is to poll. Without `slug` no channel.
 */
export const getSocket: Handler = async (hall, { request, out, query }) => {
  const slug = query.get("slug");
  if (!hall.socket || slug === null) return sendJson(out, 200, hall.socket);
  const viewer = await hall.sessions.viewer(request);
  const { eventId, audience } = await hall.doors.enter(slug, viewer, query.get("wall"));
  const channel = await hall.driver.wireName(eventId, query.get("as") === "hall" ? "hall" : audience);
  sendJson(out, 200, { ...hall.socket, channel });
};
