import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isFromUs } from "../origin";
import type { App } from "./app";
import { Connection } from "./connection";
import { internal } from "./frame";
import { limits } from "./limits";
import { forget, receive } from "./message";
import type { PusherServer } from "./server";

const sockets = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  maxPayload: limits.messageBytes,
  perMessageDeflate: false,
});

/** Answers whether the request was for this server; when it was, the socket is taken care of. */
export function upgrade(server: PusherServer, request: IncomingMessage, wire: Duplex, head: Buffer): boolean {
  const target = request.url ?? "";
  // An absolute-form target would let a proxy behind us be talked into a request of somebody else's.
  if (!target.startsWith("/") || target.startsWith("//")) return refuse(wire, "400 Bad Request");
  const url = new URL(target, "http://localhost");
  const key = /^\/app\/([^/]+)$/.exec(url.pathname)?.[1];
  if (key === undefined) return false;
  const app = server.byKey.get(decodeURIComponent(key));
  if (!isFromUs(request, app?.settings.origins)) return refuse(wire, "403 Forbidden");
  sockets.handleUpgrade(request, wire, head, (ws) => {
    ws.on("error", () => ws.terminate());
    const refusal = refusalOf(server, app, url.searchParams.get("protocol"));
    if (refusal) turnAway(ws, ...refusal);
    else if (app) welcome(new Connection(app, ws, wire), ws);
  });
  return true;
}

type Refusal = [code: number, message: string];

function refusalOf(server: PusherServer, app: App | undefined, protocol: string | null) {
  const answer = (code: number, message: string): Refusal => [code, message];
  if (!app) return answer(4001, "Application does not exist");
  if (protocol === null || protocol === "") return answer(4008, "No protocol version supplied");
  if (!/^\d+$/.test(protocol)) return answer(4006, "Invalid version string format");
  if (Number(protocol) !== limits.protocol) return answer(4007, "Unsupported protocol version");
  const { maxConnections } = app.settings;
  if (maxConnections !== undefined && app.connections.size >= maxConnections) {
    return answer(4004, "Application is over connection quota");
  }
  if (server.isDraining || !server.admissionOf(app).admits()) return answer(4100, "Over capacity");
  return null;
}

function welcome(connection: Connection, ws: WebSocket) {
  connection.app.connections.set(connection.id, connection);
  ws.on("message", (data, isBinary) => {
    if (isBinary) return connection.close(4009, "Binary messages are not supported");
    receive(connection, data.toString());
  });
  ws.on("close", () => forget(connection));
  const hello = { socket_id: connection.id, activity_timeout: limits.activityTimeoutSeconds };
  connection.send(internal("pusher:connection_established", hello));
}

function turnAway(ws: WebSocket, code: number, message: string) {
  ws.send(JSON.stringify({ event: "pusher:error", data: { code, message } }));
  ws.close(code, message);
}

function refuse(wire: Duplex, status: string) {
  wire.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  return true;
}
