import type { Ballot } from "../feed";
import { statements } from "../statements";
import { sendJson } from "./reply";
import type { Handler } from "./router";
import { mayAsk } from "./viewer";

/** `GET me`: the viewer's own ballot, never part of anything shared. */
export const getMe: Handler = async (hall, { request, out, slug }) => {
  const viewer = await mayAsk(hall, request);
  const { eventId } = await hall.doors.enter(slug, viewer, null);
  const values = [eventId, viewer?.userId ?? null];
  const [row] = await hall.database.rows<{ ballot: Ballot }>(statements.ballot, values);
  sendJson(out, 200, row?.ballot);
};
