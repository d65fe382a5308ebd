import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isEncrypted, isFromUs } from "../origin";
import type { App } from "./app";
import { Connection } from "./connection";
import { internal } from "./frame";
import { limits } from "./limits";
import { forget, receive } from "./message";
import type { PusherServer } from "./server";
import { urlOf } from "./target";

// a variable: the types do not know closeTimeout yet
const options = {
  noServer: true,
  clientTracking: false,
  maxPayload: limits.messageBytes,
  perMessageDeflate: false,
  closeTimeout: limits.closeSeconds * 1000,
};
const sockets = new WebSocketServer(options);

/** Answers whether the request was for this server; when it was, the socket is taken care of. */
export function upgrade(server: PusherServer, request: IncomingMessage, wire: Duplex, head: Buffer): boolean {
  const url = urlOf(request);
  if (!url) return refuse(wire, "400 Bad Request");
  const [, top, key = "", ...rest] = url.pathname.split("/");
  if (top !== "app") return false;
  const app = server.byKey.get(key);
  if (!isFromUs(request, app?.settings.origins)) return refuse(wire, "403 Forbidden");
  sockets.handleUpgrade(request, wire, head, (ws) => {
    ws.on("error", () => ws.terminate());
    const isPath = key !== "" && rest.length === 0;
    const refusal = isPath ? refusalOf(server, app, request, url) : refused(4005, "Path not found");
    if (refusal) turnAway(ws, ...refusal);
    else if (app && !server.admissionOf(app).admits()) keepWaiting(ws, server.admissionOf(app).lateBy());
    else if (app) welcome(new Connection(app, ws, wire, forget), ws);
  });
  return true;
}

type Refusal = [code: number, message: string];
const refused = (code: number, message: string): Refusal => [code, message];

function refusalOf(server: PusherServer, app: App | undefined, request: IncomingMessage, url: URL) {
  if (!app) return refused(4001, "Application does not exist");
  if (app.settings.isDisabled) return refused(4003, "Application disabled");
  if (app.settings.isTlsOnly && !isEncrypted(request)) return refused(4000, "Application only accepts TLS connections");
  return refusalOfVersion(url.searchParams.get("protocol")) ?? refusalOfCrowd(server, app);
}

function refusalOfVersion(protocol: string | null) {
  if (protocol === null || protocol === "") return refused(4008, "No protocol version supplied");
  if (!/^\d+$/.test(protocol)) return refused(4006, "Invalid version string format");
  return Number(protocol) === limits.protocol ? null : refused(4007, "Unsupported protocol version");
}

function refusalOfCrowd(server: PusherServer, app: App) {
  const { maxConnections } = app.settings;
  if (maxConnections !== undefined && app.connections.size >= maxConnections) {
    return refused(4004, "Application is over connection quota");
  }
  if (server.isDraining) return refused(4100, "Over capacity");
  return null;
}

function welcome(connection: Connection, ws: WebSocket) {
  connection.app.connections.set(connection.id, connection);
  ws.on("message", (data, isBinary) => {
    if (!connection.isOpen) return;
    if (isBinary) return connection.close(4009, "Binary messages are not supported");
    receive(connection, data.toString());
  });
  ws.on("close", () => forget(connection));
  const hello = { socket_id: connection.id, activity_timeout: limits.activityTimeoutSeconds };
  connection.send(internal("pusher:connection_established", hello));
}

function keepWaiting(ws: WebSocket, lateMs: number) {
  setTimeout(() => turnAway(ws, 4100, "Over capacity"), lateMs).unref();
}

function turnAway(ws: WebSocket, code: number, message: string) {
  ws.send(JSON.stringify({ event: "pusher:error", data: { code, message } }));
  ws.close(code, message);
}

function refuse(wire: Duplex, status: string) {
  wire.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  return true;
}
