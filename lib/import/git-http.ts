import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import type { GitHttpRequest, GitHttpResponse } from "isomorphic-git";
import { isAllowedHost, isVouchedFor } from "@/lib/import/git-hosts";
import { isOutward, lookUpOutward } from "@/lib/sso/outward";

/** A repository that is more than we take. */
export class TooLarge extends Error {}

const mostBytes = 25_000_000;
const patienceMs = 60_000;

/**
 * How git talks here: only to hosts that the operator allows, at addresses of the internet (looked at when connecting), by
 * https; it follows nothing, keeps no secrets, and ends after 25 MB or a minute in all.
 */
export function boundedHttp() {
  const signal = AbortSignal.timeout(patienceMs);
  const taken = { bytes: 0 };
  return { request: (asked: GitHttpRequest) => ask(asked, signal, taken) };
}

async function ask(asked: GitHttpRequest, signal: AbortSignal, taken: { bytes: number }): Promise<GitHttpResponse> {
  const { url, method = "GET" } = asked;
  const answer = await answerTo(new URL(url), { ...asked, method }, signal);
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  const { statusCode = 500, statusMessage = "" } = answer;
  return { url, method, statusCode, statusMessage, headers, body: bounded(answer, taken) };
}

async function answerTo(url: URL, asked: GitHttpRequest, signal: AbortSignal) {
  const bare = url.hostname.replace(/^\[|\]$/g, "");
  const inside = isVouchedFor(url);
  if (!isAllowedHost(url) || (!inside && isIP(bare) !== 0 && !isOutward(bare))) throw new Error("not an allowed host");
  const body = asked.body ? Buffer.concat(await collected(asked.body)) : undefined;
  const headers = { ...asked.headers, ...(body && { "content-length": String(body.length) }) };
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  const options = { method: asked.method, headers, signal, ...(!inside && { lookup: lookUpOutward }) };
  return new Promise<IncomingMessage>((done, failed) => {
    send(url, options).on("error", failed).on("response", done).end(body);
  });
}

async function* bounded(answer: IncomingMessage, taken: { bytes: number }): AsyncIterableIterator<Uint8Array> {
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    taken.bytes += chunk.length;
    if (taken.bytes > mostBytes) {
      answer.destroy();
      throw new TooLarge();
    }
    yield chunk;
  }
}

async function collected(body: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return chunks;
}
