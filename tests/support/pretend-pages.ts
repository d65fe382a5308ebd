import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands where Next renders pages: says what it was asked, and dies when asked to. */
let rendered = 0;
const server = createServer((request, out) => {
  rendered += 1;
  if (request.url === "/die") process.exit(1);
  const said = {
    pid: process.pid,
    rendered,
    cookie: request.headers.cookie,
    agent: request.headers["user-agent"],
    method: request.method,
    url: request.url,
    host: request.headers.host,
  };
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    if (!request.url?.startsWith("/e/slow/plain")) out.setHeader("set-cookie", ["a=1", "b=2"]);
    const answer = JSON.stringify({ ...said, body: Buffer.concat(chunks).toString() });
    setTimeout(() => out.end(answer), request.url?.startsWith("/e/slow") ? 150 : 0);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit(0));
