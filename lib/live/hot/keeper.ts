import { keeperOf } from "@/lib/db/keeper";
import { restHeader } from "@/lib/offline/rules";
import { statements } from "../statements";
import { sendJson } from "./reply";
import type { Handler } from "./router";
import { restMs } from "./spread";
import { mayAsk } from "./viewer";

/**
 * `GET keeper`: for whom a phone may keep this event now, `null` when for nobody. What it kept for somebody else has to
 * go; so has all of an event that is not found. Beside it how long to rest between two pages, by the size of the hall.
 */
export const getKeeper: Handler = async (hall, { request, out, slug }) => {
  const viewer = await mayAsk(hall, request);
  const { eventId, audience } = await hall.doors.enter(slug, viewer, null);
  const [row] = await hall.database.rows<{ may: boolean | null }>(statements.mayBeKept, [eventId]);
  const keeper = row?.may ? keeperOf(viewer?.userId ?? null, audience) : null;
  sendJson(out, 200, keeper, [restHeader, restMs(hall, eventId)]);
};
