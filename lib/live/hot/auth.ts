import { z } from "zod";
import { readChannel } from "../channel";
import type { Grant } from "../drivers/driver";
import { readJson } from "./body";
import { notFound, sendJson } from "./reply";
import type { Handler } from "./router";
import { spreadMs } from "./spread";
import { mayAsk } from "./viewer";

const input = z.strictObject({
  slug: z.string().max(100),
  socketId: z.string().regex(/^\d+\.\d+$/),
  channels: z.array(z.string().max(200)).min(1).max(4),
  wall: z.string().max(64).optional(),
});

/**
 * `POST auth`: signs what this viewer may listen to, several channels at once, through the same door as pages.
 * What is refused is absent from the answer. `spreadMs`: how far phones should spread their refetching.
 */
export const postAuth: Handler = async (hall, { request, out }) => {
  const [viewer, asked] = await Promise.all([mayAsk(hall, request), readJson(request, input)]);
  const standing = await hall.doors.enter(asked.slug, viewer, asked.wall ?? null);
  const listener = {
    userId: viewer?.userId ?? null,
    token: viewer?.token ?? null,
    wallEpoch: standing.wallEpoch,
  };
  const auth: Record<string, Grant> = {};
  for (const name of asked.channels) {
    const wanted = readChannel(name);
    if (wanted?.eventId !== standing.eventId) continue;
    if (wanted.audience === "crew" && standing.audience !== "crew") continue;
    if (name !== (await hall.driver.wireName(wanted.eventId, wanted.audience))) continue;
    const grant = hall.driver.authorize(asked.socketId, name, listener);
    if (grant) auth[name] = grant;
  }
  if (Object.keys(auth).length === 0) throw notFound();
  sendJson(out, 200, { auth, spreadMs: spreadMs(hall, standing.eventId) });
};
