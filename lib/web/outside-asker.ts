import "server-only";
import { request } from "node:http";
import { sessionCookie } from "@/lib/db/session";
import { env } from "@/lib/env";
import type { Said } from "@/lib/outsider/rules";

export type Question = { path: string; method?: string; headers?: Record<string, string>; body?: string };

/** Longer than any answer of ours takes. */
const patienceMs = 15_000;
/** As many at once as a curious browser opens. */
const sideBySide = 4;

/** Asks our own port, as the browser of whoever holds this session's token; no token: as a stranger's. */
export function asker(token: string | null) {
  const cookie = token ? { cookie: `${sessionCookie()}=${token}` } : {};
  const { host, origin } = new URL(env().TWOFEET_URL);
  const headers = { host, origin, "accept-language": "en", ...cookie };
  return async (question: Question) => {
    const asked = { ...question, headers: { ...headers, ...question.headers } };
    const said = await ask(asked);
    // Next has the data of a page named after what is asked of it, and says how
    const named = /^location: (\S+[?&]_rsc\S*)$/m.exec(said.text)?.[1];
    return named && named !== question.path ? ask({ ...asked, path: named }) : said;
  };
}

function ask({ path, method = "GET", headers = {}, body }: Question): Promise<Said> {
  return new Promise((done, fail) => {
    const port = Number(process.env.PORT || 3000);
    const asked = request({ host: "127.0.0.1", port, path, method, headers, timeout: patienceMs }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const head = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
        done({ status: answer.statusCode ?? 0, text: `${head.sort().join("\n")}\n\n${Buffer.concat(chunks)}` });
      });
    });
    asked.on("timeout", () => asked.destroy(new Error("no answer")));
    asked.on("error", fail).end(body);
  });
}

/** Runs `work` for each, a few at a time, in order of the list. */
export async function eachOf<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(list.length);
  const waiting = list.map((one, at) => ({ one, at }));
  const turn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.at] = await work(next.one);
  };
  await Promise.all(Array.from({ length: sideBySide }, turn));
  return results;
}
