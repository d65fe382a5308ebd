import { Agent, type OutgoingHttpHeaders, request } from "node:http";

export type Said = { status: number; headers: [string, string][]; body: string };
export type Asking = { method?: string; headers?: OutgoingHttpHeaders; body?: string };

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
export const origin = () => process.env.TWOFEET_URL ?? "";

/** Asks exactly this and follows nothing: no header is added but the host's, none is refused. */
export function said(path: string, { method = "GET", headers = {}, body }: Asking = {}): Promise<Said> {
  return new Promise((done, failed) => {
    const asked = request(`${origin()}${path}`, { method, headers, agent, timeout: 20_000 }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const lines = pairs(answer.rawHeaders).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
        done({ status: answer.statusCode ?? 0, headers: lines, body: Buffer.concat(chunks).toString() });
      });
    });
    asked.on("error", failed).on("timeout", () => asked.destroy(new Error(`No answer to ${method} ${path}`)));
    asked.end(body);
  });
}

/** The same, on to where Next sends whoever asks for a page's data by another name than its own. */
export async function reached(path: string, asking: Asking = {}): Promise<Said> {
  const first = await said(path, asking);
  const to = header(first, "location") ?? "";
  return first.status === 307 && /[?&]_rsc=/.test(to) ? said(to.replace(origin(), ""), asking) : first;
}

export const header = ({ headers }: Said, name: string) => headers.find(([other]) => other === name)?.[1];

const pairs = (flat: string[]) =>
  flat.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, flat[at + 1] ?? ""]] : []));

/** An answer without what differs between any two: its moment, its nonce, and the address that was asked. */
export function asGiven(answer: Said, secrets: Record<string, string>) {
  const nonce = /'nonce-([^']+)'/.exec(header(answer, "content-security-policy") ?? "")?.[1];
  const plain = (text: string) => {
    const named = Object.entries(secrets).reduce((rest, [name, value]) => rest.replaceAll(value, `<${name}>`), text);
    return nonce ? named.replaceAll(nonce, "<nonce>") : named;
  };
  const moving = /^(date|x-now)$/;
  const lines = answer.headers
    .filter(([name]) => !moving.test(name))
    .map(([name, value]) => `${name}: ${plain(value)}`);
  return `${answer.status}\n${lines.sort().join("\n")}\n\n${plain(answer.body)}`;
}
