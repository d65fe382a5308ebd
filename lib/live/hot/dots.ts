import { castDotsInput } from "@/lib/ballot/input";
import { readJson } from "./body";
import { notFound, sendJson, Turned } from "./reply";
import type { Handler } from "./router";
import { mayAsk } from "./viewer";

/** `PUT dots {topicId, dots}`: an absolute number; acknowledged with the dots left, after COMMIT. */
export const putDots: Handler = async (hall, { request, out, slug }) => {
  const [viewer, cast] = await Promise.all([mayAsk(hall, request), readJson(request, castDotsInput)]);
  const { eventId } = await hall.doors.enter(slug, viewer, null);
  if (!viewer) throw new Turned(401, "not-joined");
  const { verdict, left } = await hall.ballots.cast(eventId, { userId: viewer.userId, ...cast });
  if (verdict === "ok") return sendJson(out, 200, { left });
  if (verdict === "not-joined") throw new Turned(401, verdict);
  if (verdict === "not-found") throw notFound();
  throw new Turned(409, verdict, { left });
};
