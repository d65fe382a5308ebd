import { AsyncLocalStorage } from "node:async_hooks";
import { type IncomingMessage, ServerResponse } from "node:http";
import { steadyHeaders } from "./policy.ts";
import { swallow } from "./swallow.ts";

type Post = { begun: boolean };

/** What is being sent. Code of ours that Next runs for it finds it there: `lib/web/begun.ts`. */
const posts = new AsyncLocalStorage<Post>();
Object.assign(globalThis, { [Symbol.for("twofeet.posts")]: posts });

/**
 * Next fails with a 500 over a form or an action that it cannot read. Nothing of ours had begun then: it is whoever sent
 * it who is wrong, and is told so. A failure of ours stays one.
 */
export function blamingTheSender(req: IncomingMessage, res: ServerResponse, handle: () => void) {
  if (req.method !== "POST") return handle();
  const post: Post = { begun: false };
  swallow(
    res,
    () => res.statusCode >= 500 && !post.begun,
    () => {
      for (const name of res.getHeaderNames()) res.removeHeader(name);
      const headers = [...steadyHeaders(req.url ?? "/", process.env, true), ["cache-control", "private, no-store"]];
      ServerResponse.prototype.writeHead.call(res, 400, [...headers.flat(), "content-length", "0"] as never);
      ServerResponse.prototype.end.call(res, "", "utf8");
    },
  );
  posts.run(post, handle);
}
