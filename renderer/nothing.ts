import { type IncomingMessage, ServerResponse } from "node:http";
import { contentSecurity, newNonce, steadyHeaders } from "./policy.ts";
import { swallow } from "./swallow.ts";

/** No page has this address: what Next says of it is what is said of everything that is not found. */
const nowhere = "/-/nothing";
const choice = /^(__Host-)?twofeet\.(theme|locale)=/;
/** Files of a build are no secrets; directories of companies speak JSON. */
const others = /^\/(_next\/|scim\/)/;
const mostKept = 200;
/** They would find themselves at another address than they were made for, and there is nothing for them to do. */
const script = /<script\b[^>]*>.*?<\/script>|<link rel="preload" as="script"[^>]*>/gs;

type Page = { text: string; nonce: string };

/**
 * One page for all that is not found, whichever page found nothing, in which order, and whatever form was asked for:
 * what Next itself says tells of its way there. Only the language and the looks of whoever asks go into it.
 */
export class Nothing {
  private readonly known = new Map<string, Promise<Page>>();

  /** Has `res` say this page instead of anything that is said with a 404. */
  takeOver(req: IncomingMessage, res: ServerResponse) {
    const path = req.url ?? "/";
    if (path === nowhere || others.test(path) || (req.method !== "GET" && req.method !== "HEAD")) return;
    swallow(
      res,
      () => res.statusCode === 404,
      () => void this.answer(req, res).catch(() => res.destroy()),
    );
  }

  private async answer(req: IncomingMessage, res: ServerResponse) {
    const { text, nonce } = await this.page(req);
    const own = newNonce();
    const body = Buffer.from(text.replaceAll(nonce, own));
    for (const name of res.getHeaderNames()) res.removeHeader(name);
    const headers = [
      ...steadyHeaders(req.url ?? "/", process.env, true),
      ["content-security-policy", contentSecurity(own, process.env)],
      ["content-type", "text/html; charset=utf-8"],
      ["cache-control", "private, no-store"],
      ["vary", "cookie, accept-language"],
      ["content-length", body.length],
    ];
    // Next's compression waits on the response's own methods
    ServerResponse.prototype.writeHead.call(res, 404, headers.flat() as never);
    ServerResponse.prototype.end.call(res, req.method === "HEAD" ? undefined : body, "utf8");
  }

  private page({ headers, socket }: IncomingMessage) {
    const language = headers["accept-language"] ?? "";
    const cookie = (headers.cookie ?? "").split(/; */).filter((pair) => choice.test(pair));
    const key = JSON.stringify([language, cookie]);
    if (this.known.size > mostKept) this.known.clear();
    const page = this.known.get(key) ?? fetchPage(socket.localPort ?? 0, language, cookie.join("; "));
    this.known.set(key, page);
    page.catch(() => this.known.delete(key));
    return page;
  }
}

/** From this very server, as anybody would. */
async function fetchPage(port: number, language: string, cookie: string): Promise<Page> {
  const headers = { accept: "text/html", "accept-encoding": "identity", "accept-language": language, cookie };
  const answer = await fetch(`http://127.0.0.1:${port}${nowhere}`, { headers });
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  if (answer.status !== 404 || !nonce) throw new Error(`${nowhere} is somewhere`);
  return { text: (await answer.text()).replaceAll(script, ""), nonce };
}
