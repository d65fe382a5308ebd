import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Part } from "@/lib/live/front";
import { hearPage } from "./answer.ts";
import { believeOnly, refusalOf } from "./asked.ts";
import { blamingTheSender } from "./nonsense.ts";
import { Nothing } from "./nothing.ts";
import { contentSecurity, newNonce, steadyHeaders } from "./policy.ts";
import { Reports } from "./reports.ts";
import { restInLibrary } from "./resting.ts";

/** Next in this process. It takes every request, and every upgrade of development. */
export async function openPages(port: number, dev: boolean): Promise<Part> {
  // loaded only now: whoever opens pages may have something to answer before
  const { default: next } = await import("next");
  // Next attaches itself to the upgrades of the server it is given: this one never listens
  const hmr = createServer();
  const app = next({ dev, port, hostname: "localhost", dir: `${import.meta.dirname}/..`, httpServer: hmr });
  await app.prepare();
  const handle = app.getRequestHandler();
  const own = new URL(process.env.TWOFEET_URL ?? `http://localhost:${port}`).origin;
  const nothing = new Nothing();
  const reports = new Reports((line) => console.error(line));
  return {
    handle(req: IncomingMessage, res: ServerResponse) {
      // before it is asked whose page sends: browsers report in a name of their own
      if (reports.take(req, res) || isTurnedAway(req, res, own)) return true;
      believeOnly(req.headers);
      // Next gives every script of the page the nonce that it finds in the request's policy
      const policy = contentSecurity(newNonce(), process.env, dev);
      req.headers["content-security-policy"] = policy;
      res.setHeader("content-security-policy", policy);
      // Next tells its pages everything but where they are; the language of an event depends on it
      req.headers["x-twofeet-path"] = req.url ?? "/";
      if (!dev) restInLibrary(req, res);
      hearPage(req, res);
      if (!dev) nothing.takeOver(req, res);
      blamingTheSender(req, res, () => void handle(req, res));
      return true;
    },
    upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => dev && hmr.emit("upgrade", req, socket, head),
    close: () => app.close(),
  };
}

/** Says what every answer says; answers by itself what no page of ours would ask. */
function isTurnedAway(req: IncomingMessage, res: ServerResponse, own: string) {
  const isSomebodys = /twofeet\.session=/.test(req.headers.cookie ?? "");
  for (const [name, value] of steadyHeaders(req.url ?? "", process.env, isSomebodys)) res.setHeader(name, value);
  const refusal = refusalOf(req, own);
  if (!refusal) return false;
  res.setHeader("cache-control", "no-store");
  if (refusal.allow) res.setHeader("allow", refusal.allow);
  res.writeHead(refusal.status, { "content-length": 0 }).end();
  return true;
}
