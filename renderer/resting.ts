import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const packed = promisify(gzip);
/** Pages that are read: published entries, and the search over them; an incident is played. */
const readOnly = /^\/library(\/(?![^/?]+\/replay\b)|\?|$)/;
const script = /<script (?=[^>]*\bsrc="\/_next\/)/g;
const preload = /<link rel="preload" as="script"/g;
const nonce = /<script [^>]*\bnonce="([^"]+)"/;

/** Takes every script out and puts it back, which is when a browser looks at it anew; then it runs as it would have. */
const wake = `(()=>{const signs=["pointerdown","pointermove","keydown","touchstart","focusin","scroll"];
const wake=()=>{for(const sign of signs)removeEventListener(sign,wake,true);
for(const one of document.querySelectorAll('script[type="text/resting"]')){const next=one.nextSibling,by=one.parentNode;
one.remove();one.type="text/javascript";by.insertBefore(one,next)}};
for(const sign of signs)addEventListener(sign,wake,{capture:true,passive:true})})()`;

/**
 * What is read needs no script: links and forms work without. The scripts of such a page rest until somebody scrolls,
 * points, types or touches, so that a phone shows a long text without stopping to get ready for what is not asked for.
 */
export function letRest(html: string) {
  const own = nonce.exec(html)?.[1];
  if (!own) return html;
  const resting = html
    .replace(script, '<script type="text/resting" ')
    .replace(preload, '<link rel="prefetch" as="script"');
  return resting.replace("</body>", () => `<script nonce="${own}">${wake}</script></body>`);
}

const wantsPage = ({ method, url = "", headers }: IncomingMessage) =>
  method === "GET" && readOnly.test(url) && headers.rsc === undefined && (headers.accept ?? "").includes("text/html");

/** Has `res` say a page of the library with its scripts at rest. To be called before anything else takes `res` over. */
export function restInLibrary(req: IncomingMessage, res: ServerResponse) {
  if (!wantsPage(req)) return;
  const mayPack = /\bgzip\b/.test(String(req.headers["accept-encoding"] ?? ""));
  // it has to be read here
  req.headers["accept-encoding"] = "identity";
  const { write, writeHead, end } = res;
  const parts: Buffer[] = [];
  let isWhole = false;
  const isPage = () =>
    !isWhole && !res.headersSent && String(res.getHeader("content-type") ?? "").startsWith("text/html");
  const keep = (given: unknown) => {
    if (typeof given === "string" || given instanceof Uint8Array) parts.push(Buffer.from(given as string));
  };
  const say = async () => {
    const page = Buffer.from(letRest(Buffer.concat(parts).toString("utf8")));
    const body = mayPack ? await packed(page) : page;
    isWhole = true;
    if (mayPack) res.setHeader("content-encoding", "gzip");
    res.appendHeader("vary", "accept-encoding");
    res.removeHeader("etag");
    res.setHeader("content-length", body.length);
    end.call(res, body as never, "utf8");
  };
  Object.assign(res, {
    flushHeaders: () => undefined,
    // how long it is stands in the head, and is known last
    writeHead(status: number, ...more: unknown[]) {
      if (!isPage()) return writeHead.call(res, status, ...(more as []));
      res.statusCode = status;
      for (const heads of more)
        for (const [name, value] of Object.entries(heads ?? {})) res.setHeader(name, value as string);
      return res;
    },
    write(...given: unknown[]) {
      if (!isPage()) return write.apply(res, given as never);
      keep(given[0]);
      for (const heard of given) if (typeof heard === "function") heard();
      return true;
    },
    end(...given: unknown[]) {
      if (!isPage()) return end.apply(res, given as never);
      keep(given[0]);
      const heard = given.find((one) => typeof one === "function");
      if (heard) res.once("finish", heard as () => void);
      say().catch(() => res.destroy());
      return res;
    },
  });
}
