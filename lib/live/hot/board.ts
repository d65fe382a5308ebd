import { encodingFor } from "../hub/body";
import { notFound } from "./reply";
import type { Handler } from "./router";

/** `GET board?since=seq&as=hall`: the snapshot, or 304 when nothing that this audience sees changed since. */
export const getBoard: Handler = async (hall, { request, out, slug, query }) => {
  const viewer = await hall.sessions.viewer(request);
  const standing = await hall.doors.enter(slug, viewer, query.get("wall"));
  const { eventId } = standing;
  const audience = query.get("as") === "hall" ? "hall" : standing.audience;
  const since = Number(query.get("since") ?? 0) || 0;
  const hub = hall.hubs.of(eventId);
  const view = await hub.view(audience, since);
  if (!view) throw notFound();
  const body = hub.bodyOf(audience, view);
  const headers = {
    etag: body.etag,
    vary: "accept-encoding, cookie",
    "cache-control": "private, no-cache",
    "x-now": Date.now(),
  };
  const known = request.headers["if-none-match"] === body.etag || (since > 0 && since >= view.changedAt);
  if (known) return void out.writeHead(304, headers).end();
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const bytes = body.ready(encoding) ?? (await body.in(encoding));
  out.writeHead(200, {
    ...headers,
    "content-type": "application/json",
    "content-length": bytes.length,
    ...(encoding !== "identity" && { "content-encoding": encoding }),
  });
  out.end(bytes);
};
