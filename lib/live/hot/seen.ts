import { z } from "zod";
import { statements } from "../statements";
import { readJson } from "./body";
import { sendJson, Turned } from "./reply";
import type { Handler } from "./router";
import { mayAsk } from "./viewer";

const input = z.strictObject({ topicIds: z.array(z.uuid()).min(1).max(200) });

/** `PUT seen {topicIds}`: the quick mode showed these; feeds "fewest seen first". */
export const putSeen: Handler = async (hall, { request, out, slug }) => {
  const [viewer, { topicIds }] = await Promise.all([mayAsk(hall, request), readJson(request, input)]);
  const { eventId } = await hall.doors.enter(slug, viewer, null);
  if (!viewer) throw new Turned(401, "not-joined");
  const values = [eventId, viewer.userId, topicIds];
  const [row] = await hall.database.rows<{ done: boolean }>(statements.seen, values);
  if (!row?.done) throw new Turned(401, "not-joined");
  sendJson(out, 200, {});
};
