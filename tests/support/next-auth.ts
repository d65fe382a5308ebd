import NextAuth, { type AuthOptions } from "next-auth";

type Visit = {
  /** The part after /api/auth/, e.g. `callback/email`. */
  at: string;
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
};

/** A browser's visit to next-auth with our settings: where it is sent, and the cookies it then holds. */
export async function visitAuth(options: AuthOptions, { at, query = {}, body, cookies = {} }: Visit) {
  process.env.NEXTAUTH_URL = "http://localhost:3999";
  const headers = new Map<string, string | string[]>();
  const response: Record<string, unknown> = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
  };
  for (const method of ["status", "end", "json", "send"]) response[method] = () => response;
  const request = {
    query: { ...query, nextauth: at.split("/") },
    method: body ? "POST" : "GET",
    headers: { host: "localhost:3999" },
    body: body ?? {},
    cookies,
  };
  await NextAuth(request as never, response as never, options);
  const set = [headers.get("set-cookie") ?? []].flat().map((line) => line.split(";")[0] ?? "");
  const fresh = Object.fromEntries(
    set.map((pair) => [name(pair), decodeURIComponent(pair.slice(name(pair).length + 1))]),
  );
  return { location: String(headers.get("location") ?? ""), cookies: { ...cookies, ...fresh } };
}

const name = (pair: string) => pair.slice(0, pair.indexOf("="));
