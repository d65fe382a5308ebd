import type { IncomingMessage, ServerResponse } from "node:http";
import type { App } from "../app";
import type { PusherServer } from "../server";
import { terminate } from "../sign-in";
import { urlOf } from "../target";
import { readBody } from "./body";
import { channelInfo, channelList, channelUsers } from "./channels";
import { publishBatch, publishEvent } from "./publish";
import { ApiRefusal } from "./refusal";
import { isSigned } from "./signed";

type Call = { app: App; body: Buffer; query: URLSearchParams; part: string };
type Route = [method: string, path: RegExp, run: (call: Call) => unknown];

const routes: Route[] = [
  ["POST", /^\/events$/, ({ app, body }) => publishEvent(app, body)],
  ["POST", /^\/batch_events$/, ({ app, body }) => publishBatch(app, body)],
  ["GET", /^\/channels$/, ({ app, query }) => channelList(app, query)],
  ["GET", /^\/channels\/([^/]+)$/, ({ app, query, part }) => channelInfo(app, part, query)],
  ["GET", /^\/channels\/([^/]+)\/users$/, ({ app, part }) => channelUsers(app, part)],
  [
    "POST",
    /^\/users\/([^/]+)\/terminate_connections$/,
    ({ app, part }) => {
      terminate(app, part);
      return {};
    },
  ],
];

/** The HTTP API, for every request below `/apps/`. Nothing of a call is parsed before its signature holds. */
export async function answer(server: PusherServer, request: IncomingMessage, out: ServerResponse) {
  try {
    send(out, 200, await run(server, request));
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    send(out, error.status, { error: error.message });
  }
}

async function run(server: PusherServer, request: IncomingMessage) {
  const url = urlOf(request);
  if (!url) throw new ApiRefusal(400, "Malformed address");
  const [, id = "", rest = ""] = /^\/apps\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
  const method = request.method ?? "GET";
  const app = server.byId.get(id);
  const body = await readBody(request);
  if (!app || !isSigned(app, method, url, body)) throw new ApiRefusal(401, "Invalid signature");
  if (app.settings.isDisabled) throw new ApiRefusal(403, "Application disabled");
  for (const [wanted, path, act] of routes) {
    const match = wanted === method ? path.exec(rest) : null;
    if (match) return act({ app, body, query: url.searchParams, part: decode(match[1]) });
  }
  throw new ApiRefusal(404, "Unknown call");
}

function decode(part = "") {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ApiRefusal(400, "Malformed path");
  }
}

function send(out: ServerResponse, status: number, value: unknown) {
  const body = JSON.stringify(value);
  const length = Buffer.byteLength(body);
  out.writeHead(status, { "content-type": "application/json", "content-length": length }).end(body);
}
