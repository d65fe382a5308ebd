import type { IncomingMessage, ServerResponse } from "node:http";
import { isFromUs } from "../origin";
import { postAuth } from "./auth";
import { getBoard } from "./board";
import { putDots } from "./dots";
import type { Hall } from "./hall";
import { postJoin } from "./join";
import { getKeeper } from "./keeper";
import { getMe } from "./me";
import { notFound, sendError, Turned } from "./reply";
import { putSeen } from "./seen";
import { getSocket } from "./socket";

export type Visit = {
  request: IncomingMessage;
  out: ServerResponse;
  slug: string;
  query: URLSearchParams;
};
export type Handler = (hall: Hall, visit: Visit) => Promise<void>;

/** Everything below `/live/`: what is asked, by which method, of an event (`/live/e/<slug>/…`) or of none. */
export const routes: Record<string, Record<string, Handler>> = {
  dots: { PUT: putDots },
  board: { GET: getBoard },
  me: { GET: getMe },
  keeper: { GET: getKeeper },
  join: { POST: postJoin },
  seen: { PUT: putSeen },
  auth: { POST: postAuth },
  socket: { GET: getSocket },
};

const noQuery = new URLSearchParams();

/** Answers everything below `/live/`. */
export function answerLive(hall: Hall, request: IncomingMessage, out: ServerResponse) {
  route(hall, request, out).catch((error) => sendError(out, error));
}

async function route(hall: Hall, request: IncomingMessage, out: ServerResponse) {
  const [path = "", search] = (request.url ?? "").split("?", 2);
  const [, , first = "", slug = "", what = ""] = path.split("/");
  const handlers = routes[first === "e" ? what : first];
  if (!handlers || (first === "e") !== (what !== "")) throw notFound();
  const handler = handlers[request.method ?? ""];
  if (!handler) throw new Turned(405, "wrong-method");
  if (request.method !== "GET" && !isOurWrite(hall, request)) throw new Turned(403, "wrong-origin");
  await handler(hall, { request, out, slug, query: search ? new URLSearchParams(search) : noQuery });
}

/** Browsers name the origin of every write; whoever leaves it away is not one of our pages. */
function isOurWrite({ origins }: Hall, request: IncomingMessage) {
  return request.headers.origin !== undefined && isFromUs(request, origins);
}
