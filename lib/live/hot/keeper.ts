import { keeperOf } from "@/lib/db/keeper";
import { statements } from "../statements";
import { sendJson } from "./reply";
import type { Handler } from "./router";
import { mayAsk } from "./viewer";

/**
 * `GET keeper`: for whom a phone may keep this event now, `null` when for nobody. What it kept for somebody else has to
 * go; so has all of an event that is not found.
 */
export const getKeeper: Handler = async (hall, { request, out, slug }) => {
  const viewer = await mayAsk(hall, request);
  const { eventId, audience } = await hall.doors.enter(slug, viewer, null);
  const [row] = await hall.database.rows<{ may: boolean | null }>(statements.mayBeKept, [eventId]);
  sendJson(out, 200, row?.may ? keeperOf(viewer?.userId ?? null, audience) : null);
};
