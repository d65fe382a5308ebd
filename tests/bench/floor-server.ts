import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

/** What the machine does without us: an http server that reads JSON and answers, a socket server that repeats. */
const sockets = new Set<WebSocket>();
const body = Buffer.alloc(Number(process.argv[2] ?? 4_000), "x");
const answer = JSON.stringify({ left: 3 });

const server = createServer((request, out) => {
  if (request.method === "GET") {
    out.writeHead(request.headers["if-none-match"] ? 304 : 200, {
      "content-length": request.headers["if-none-match"] ? 0 : body.length,
    });
    return void out.end(request.headers["if-none-match"] ? undefined : body);
  }
  let text = "";
  request.on("data", (chunk) => {
    text += chunk;
  });
  request.on("end", () => {
    JSON.parse(text);
    if (request.url === "/broadcast") for (const socket of sockets) socket.send(text);
    out.writeHead(200, { "content-type": "application/json", "content-length": answer.length }).end(answer);
  });
});
const hall = new WebSocketServer({ server, perMessageDeflate: false });
hall.on("connection", (socket) => {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  socket.on("error", () => {});
  socket.send("welcome");
});
server.listen(Number(process.argv[3] ?? 0), "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit());
