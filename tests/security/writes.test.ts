import { beforeAll, expect, test } from "vitest";
import { builtRoutes, liveRoutes } from "./shield/built-routes";
import { aWorld, type World } from "./shield/people";
import { header, origin, said } from "./shield/said";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const host = () => world.cookies.private.host;
const evil = "https://evil.example";

/** Every address that takes writes, filled in for the private day. */
function writable() {
  const { slug, topicId, entryId, day, crewKey, code, org } = world.places.private;
  const values: Record<string, string> = { slug, topic: topicId, entry: entryId, day, key: crewKey, code };
  const pages = builtRoutes()
    .filter(({ route }) => !/^\/(scim|_)/.test(route))
    .map(({ route }) => route.replace(/^\/o\/\[slug\]/, `/o/${org}`))
    .map((route) => route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name) => values[name] ?? "signout"));
  const hot = liveRoutes().flatMap(({ what, method }) =>
    method === "GET"
      ? []
      : [{ path: /^(auth|socket)$/.test(what) ? `/live/${what}` : `/live/e/${slug}/${what}`, method }],
  );
  return [...pages.map((path) => ({ path, method: "POST" })), ...hot];
}

const froms: [string, Record<string, string>][] = [
  ["no origin", {}],
  ["another site", { origin: evil }],
  [
    "another site that names us as its proxy",
    { origin: evil, "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
  ],
  ["a sandbox", { origin: "null", "sec-fetch-site": "cross-site" }],
];
const bodies: [string, Record<string, string>, string][] = [
  ["a form", { "content-type": "application/x-www-form-urlencoded" }, "everywhere=on"],
  ["plain text", { "content-type": "text/plain" }, "{}"],
  ["an action", { "next-action": "0".repeat(42), "content-type": "text/plain;charset=UTF-8" }, "[]"],
];

test("no address takes a write from another site, in whatever form, though the cookie came along", async () => {
  const taken: string[] = [];
  for (const { path, method } of writable())
    for (const [from, named] of froms)
      for (const [what, kind, body] of bodies) {
        const answer = await said(path, { method, headers: { cookie: host(), ...kind, ...named }, body });
        if (answer.status !== 403 || header(answer, "set-cookie"))
          taken.push(`${method} ${path}, ${what} from ${from}: ${answer.status}`);
      }
  expect(taken).toEqual([]);
  expect((await said("/account", { headers: { cookie: host() } })).status).toBe(200);
});

test("the same writes from a page of ours are at least looked at", async () => {
  for (const { path, method } of writable()) {
    const headers = { cookie: host(), origin: origin(), "content-type": "application/json" };
    const { status } = await said(path, { method, headers, body: path.includes("leave") ? "" : "{}" });
    if (!path.includes("leave")) expect([path, status === 403], path).toEqual([path, false]);
  }
});

test("methods that nothing has are refused everywhere, and nobody is told that other sites may ask", async () => {
  const { slug } = world.places.private;
  const odd = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"];
  for (const path of ["/", `/e/${slug}`, `/e/${slug}/outbox`, "/account/leave", "/api/auth/signin", "/sw.js"])
    for (const method of odd) {
      const answer = await said(path, { method, headers: { cookie: host(), origin: origin() } });
      expect([method, path, answer.status, answer.body]).toEqual([method, path, 405, ""]);
      expect(header(answer, "allow")).toBe("GET, HEAD, POST");
    }
  for (const { what } of liveRoutes()) {
    const path = /^(auth|socket)$/.test(what) ? `/live/${what}` : `/live/e/${slug}/${what}`;
    expect([path, (await said(path, { method: "DELETE", headers: { origin: origin() } })).status]).toEqual([path, 405]);
  }
  for (const method of ["GET", "OPTIONS"]) {
    const { headers } = await said(`/e/${slug}`, { method, headers: { origin: evil, cookie: host() } });
    expect(headers.filter(([name]) => name.startsWith("access-control"))).toEqual([]);
  }
});

test("what only servers say to each other changes nothing when a browser says it", async () => {
  const { slug } = world.places.private;
  const spoofed = {
    "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
    "x-middleware-rewrite": `/e/${slug}`,
    "x-nextjs-data": "1",
    "x-matched-path": `/e/${slug}`,
    "x-invoke-path": `/e/${slug}`,
    "x-prerender-revalidate": "1",
    "x-twofeet-path": `/e/${slug}`,
    "x-original-url": `/e/${slug}`,
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "127.0.0.1",
    "x-nonce": "mine",
    "content-security-policy": "script-src 'nonce-mine'",
    "x-http-method-override": "DELETE",
    "next-resume": "1",
  };
  for (const path of ["/", `/e/${slug}`, `/e/${slug}/desk`, "/account", `/live/e/${slug}/board`, "/sign-in"]) {
    const [plain, told] = [await said(path), await said(path, { headers: spoofed })];
    expect([path, told.status]).toEqual([path, plain.status]);
    expect(JSON.stringify([told.headers, told.body])).not.toMatch(/evil\.example|nonce-mine/);
  }
});
