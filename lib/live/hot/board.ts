import { type Body, encodingFor } from "../hub/body";
import { notFound, send } from "./reply";
import type { Handler, Visit } from "./router";

/**
 * `GET board?since=seq&hub=id&as=hall`: the snapshot, or 304 when nothing that this audience sees changed since. Between
 * two looks of this hub another one's snapshot may hold what came and went: only what was its own is known to it, and
 * what is at its very seq. `x-hub` says that from now on this hub's frames continue what the phone has.
 */
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
  const { seq } = view.snapshot;
  const isOurs = since > 0 && since >= view.changedAt && (query.get("hub") === hub.id || since === seq);
  const isKnown = request.headers["if-none-match"] === body.etag || isOurs || since > seq;
  await answer(visit, body, isKnown, isOurs ? hub.id : null);
};

async function answer({ request, out }: Visit, body: Body, isKnown: boolean, hub: string | null) {
  const headers = [
    ...["etag", body.etag, "vary", "accept-encoding, cookie"],
    ...["cache-control", "private, no-cache", "x-now", Date.now()],
  ];
  if (isKnown) return send(out, 304, hub === null ? headers : [...headers, "x-hub", hub]);
  const encoding = encodingFor(request.headers["accept-encoding"]);
  if (encoding !== "identity") headers.push("content-encoding", encoding);
  const bytes = body.ready(encoding) ?? (await body.in(encoding));
  send(out, 200, [...headers, "content-type", "application/json"], bytes);
}
