import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { env } from "@/lib/env";
import { isOutward, lookUpOutward } from "@/lib/sso/outward";

const mostBytes = 1_000_000;
const patienceMs = 8_000;

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown };

/** Whether the operator vouches for this host (`SSO_INSIDE`): it may stand in their own network, and speak http. */
export const isInside = (url: URL) => env().SSO_INSIDE.split(",").includes(url.host);

/**
 * Fetches from an address that somebody typed in: by https and from the internet only, which is checked at the very
 * connection (a name may stand for another address the next time). Follows nothing. At most 1 MB in 8 seconds.
 */
export async function fetchOutward(address: string, { method = "GET", headers = {}, body }: Asked): Promise<Response> {
  const url = new URL(address);
  const inside = isInside(url);
  if (!inside) checkOutward(url);
  const text = body === undefined || body === null ? "" : String(body);
  const length = text && { "content-length": String(Buffer.byteLength(text)) };
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((done, failed) => {
    const signal = AbortSignal.timeout(patienceMs);
    const options = { method, headers: { ...headers, ...length }, signal, ...(!inside && { lookup: lookUpOutward }) };
    request(url, options)
      .on("error", failed)
      .on("response", (answer) => read(answer).then(done, failed))
      .end(text);
  });
}

function checkOutward({ protocol, hostname }: URL) {
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (protocol !== "https:") throw new Error(`${protocol} is not https`);
  if (isIP(bare) && !isOutward(bare)) throw new Error("not of the internet");
}

async function read(answer: IncomingMessage) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += chunk.length;
    if (size > mostBytes) throw new Error("too long an answer");
    chunks.push(chunk);
  }
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const status = answer.statusCode ?? 500;
  return new Response([101, 204, 205, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers });
}
