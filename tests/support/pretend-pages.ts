import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands where Next renders pages: says what it was asked, and dies when asked to. */
const server = createServer((request, out) => {
  if (request.url === "/die") process.exit(1);
  const said = { pid: process.pid, method: request.method, url: request.url, host: request.headers.host };
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    out.setHeader("set-cookie", ["a=1", "b=2"]);
    out.end(JSON.stringify({ ...said, body: Buffer.concat(chunks).toString() }));
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit(0));
