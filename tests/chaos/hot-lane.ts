import { createServer } from "node:http";
import { env } from "@/lib/env";
import { openLive } from "@/lib/live/open";

/** The server without its pages, for a quick storm: nothing has to be built for it. */
const server = createServer();
const live = await openLive(env());
server.on("request", (request, out) => {
  if (!live.handle(request, out)) out.writeHead(404).end();
});
server.on("upgrade", (request, wire, head) => {
  if (!live.upgrade(request, wire, head)) wire.destroy();
});
server.listen(env().PORT);
