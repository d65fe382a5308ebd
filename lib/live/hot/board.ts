import { type Body, encodingFor } from "../hub/body";
import { notFound, send } from "./reply";
import type { Handler, Visit } from "./router";

/** `GET board?since=seq&as=hall`: the snapshot, or 304 when nothing that this audience sees changed since. */
export const getBoard: Handler = async (hall, visit) => {
  const { request, slug, query } = visit;
  const viewer = await hall.sessions.viewer(request);
  const standing = await hall.doors.enter(slug, viewer, query.get("wall"));
  const audience = query.get("as") === "hall" ? "hall" : standing.audience;
  const since = Number(query.get("since") ?? 0) || 0;
  const hub = hall.hubs.of(standing.eventId);
  const view = await hub.view(audience, since);
  if (!view) throw notFound();
  const body = hub.bodyOf(audience, view);
  const isKnown = request.headers["if-none-match"] === body.etag || (since > 0 && since >= view.changedAt);
  await answer(visit, body, isKnown);
};

async function answer({ request, out }: Visit, body: Body, isKnown: boolean) {
  const headers = [
    ...["etag", body.etag, "vary", "accept-encoding, cookie"],
    ...["cache-control", "private, no-cache", "x-now", Date.now()],
  ];
  if (isKnown) return send(out, 304, headers);
  const encoding = encodingFor(request.headers["accept-encoding"]);
  if (encoding !== "identity") headers.push("content-encoding", encoding);
  const bytes = body.ready(encoding) ?? (await body.in(encoding));
  send(out, 200, [...headers, "content-type", "application/json"], bytes);
}
