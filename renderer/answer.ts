import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

type Said = { status?: number; maxAge?: number };

/** By the name that the request carries: pages run in this process, in a bundle of their own (lib/web/answer.ts). */
const shared = globalThis as { twofeetAnswers?: Map<string, Said> };

/** Lets the page that answers say what Next lets no page say: 410, and that anybody may keep its answer for a while. */
export function hearPage(req: IncomingMessage, res: ServerResponse) {
  shared.twofeetAnswers ??= new Map();
  const answers = shared.twofeetAnswers;
  const [id, said]: [string, Said] = [randomUUID(), {}];
  answers.set(id, said);
  req.headers["x-twofeet-answer"] = id;
  res.once("close", () => answers.delete(id));
  const { writeHead } = res;
  res.writeHead = (status: number, ...more: unknown[]) => {
    const isFound = status === 200;
    if (isFound && said.maxAge !== undefined) {
      // a browser asks again: what was withdrawn is gone at once for whoever has read it
      res.setHeader("cache-control", `public, max-age=0, s-maxage=${said.maxAge}`);
      res.setHeader(
        "vary",
        "cookie, accept-language, accept-encoding, rsc, next-router-state-tree, next-router-prefetch",
      );
    }
    return writeHead.call(res, isFound ? (said.status ?? 200) : status, ...(more as []));
  };
}
