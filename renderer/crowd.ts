import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { proxyFetch } from "httpxy";

type Page = { status: number; headers: [string, string][]; body: Buffer };

/** With the choices, all that a page for somebody without a session may depend on; nothing else goes to the pages. */
const telling = /^(host|accept|accept-language|accept-encoding|rsc|next-.*)$/;
const choice = /^(__Host-)?twofeet\.(theme|locale|code)$/;
/** Whoever has a cookie beyond the choices and the name of the device, which no page reads, may be somebody. */
const impersonal = /^(__Host-)?twofeet\.(theme|locale|code|device)$/;
/** Of one connection, or said anew about the whole body. */
const ofTheWay = /^(connection|keep-alive|transfer-encoding|content-length|date)$/;

/**
 * A hall that scans one QR code asks for one page, hundreds of times within seconds. Who asks for a page of an event
 * without being anybody, while the very same page is being rendered for another one, gets that one. Nothing is kept.
 */
export class Crowd {
  private readonly rendering = new Map<string, Promise<Page>>();

  /** `address`: where pages are rendered, now. */
  constructor(private readonly address: () => Promise<string>) {}

  /** Answers false when the request is somebody's, or writes. */
  takes({ method, url, headers }: IncomingMessage) {
    return method === "GET" && /^\/e\/[^/]+/.test(url ?? "") && isNobodys(headers.cookie);
  }

  async answer(request: IncomingMessage, out: ServerResponse) {
    const { status, headers, body } = await this.page(request);
    for (const [name, value] of headers) out.appendHeader(name, value);
    out.writeHead(status, { "content-length": body.length }).end(body);
  }

  private async page({ url = "/", headers }: IncomingMessage) {
    const told = toldOf(headers);
    const key = JSON.stringify([url, told]);
    const another = this.rendering.get(key);
    if (another) {
      const page = await another;
      // what is given to one browser to keep is for that browser
      return page.headers.some(([name]) => name === "set-cookie") ? this.render(url, told) : page;
    }
    const page = this.render(url, told).finally(() => this.rendering.delete(key));
    this.rendering.set(key, page);
    return page;
  }

  private async render(url: string, told: [string, string][]): Promise<Page> {
    const target = await this.address();
    const answer = await proxyFetch(target, `${target}${url}`, { headers: told, redirect: "manual" });
    const headers = [...answer.headers].filter(([name]) => !ofTheWay.test(name));
    return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
  }
}

function isNobodys(cookies = "") {
  return namesAndPairs(cookies).every(([name]) => name === "" || impersonal.test(name));
}

function toldOf({ cookie = "", ...headers }: IncomingHttpHeaders) {
  const told = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && telling.test(name) ? [[name, value]] : [],
  );
  const choices = namesAndPairs(cookie).flatMap(([name, pair]) => (choice.test(name) ? [pair] : []));
  if (choices.length > 0) told.push(["cookie", choices.sort().join("; ")]);
  return told.sort(([a], [b]) => (a < b ? -1 : 1));
}

const namesAndPairs = (cookies: string) =>
  cookies.split(";").map((pair) => [pair.split("=", 1)[0]?.trim() ?? "", pair.trim()] as const);
