import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { aWorld, type World } from "./shield/people";
import { header, origin, said } from "./shield/said";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const dist = () => process.env.TWOFEET_DIST ?? ".next-test";
const places = ["", "/board", "/programme", "/topics", "/topics/quick", "/me", "/desk", "/settings", "/stars"];
const paths = () => [
  ...places.map((place) => `/e/${world.places.private.slug}${place}`),
  "/account",
  "/sign-in",
  "/",
  "/none",
];

test("every page carries a policy with a nonce of its own, and every script of it that nonce", async () => {
  const nonces = new Set<string>();
  for (const path of paths()) {
    const answer = await said(path, { headers: { cookie: world.cookies.private.host } });
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(
      header(answer, "content-security-policy") ?? "",
    )?.[1];
    const scripts = answer.body.match(/<script\b[^>]*>/g) ?? [];
    if (path === "/none") expect(scripts, path).toEqual([]);
    else expect(scripts.length, path).toBeGreaterThan(3);
    expect(
      scripts.filter((script) => !script.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);
    nonces.add(nonce ?? "");
  }
  expect(nonces.size).toBe(paths().length);
});

test("every answer says what it is, to whom it belongs and that nothing else is to guess", async () => {
  const { slug } = world.places.private;
  const more = [
    "/sw.js",
    "/manifest.webmanifest",
    "/icon.svg",
    "/api/auth/none",
    `/live/e/${slug}/board`,
    "/live/none",
  ];
  for (const path of [...paths(), ...more]) {
    const answer = await said(path, { headers: { cookie: world.cookies.private.host } });
    expect([path, header(answer, "x-content-type-options")]).toEqual([path, "nosniff"]);
    expect([path, header(answer, "cross-origin-resource-policy")]).toEqual([path, "same-origin"]);
    if (path.startsWith("/live/")) continue;
    const travels = path.startsWith("/api/auth/") ? "no-referrer" : "same-origin";
    expect([path, header(answer, "referrer-policy")]).toEqual([path, travels]);
    expect([path, header(answer, "cross-origin-opener-policy")]).toEqual([path, "same-origin"]);
    expect([path, header(answer, "x-powered-by")]).toEqual([path, undefined]);
  }
});

test("nothing of a private day may be kept on the way or found by a search", async () => {
  const { slug, code } = world.places.private;
  const headers = { cookie: world.cookies.private.host, origin: origin() };
  for (const path of [
    ...places.map((place) => `/e/${slug}${place}`),
    `/e/${slug}/topics.rsc`,
    `/j/${code}`,
    "/account",
  ]) {
    const answer = await said(path, { headers });
    expect([path, header(answer, "cache-control")]).toEqual([path, expect.stringContaining("no-store")]);
    expect([path, header(answer, "x-robots-tag")]).toEqual([path, "noindex"]);
  }
  for (const what of ["me", "keeper"])
    expect(header(await said(`/live/e/${slug}/${what}`, { headers }), "cache-control")).toContain("no-store");
});

test("signing out empties the browser", async () => {
  const headers = {
    cookie: world.cookies.public.stranger,
    origin: origin(),
    "content-type": "application/x-www-form-urlencoded",
  };
  const answer = await said("/account/leave", { method: "POST", headers, body: "" });
  expect(header(answer, "clear-site-data")).toBe('"cache", "storage"');
});

test("the build gives away no source, and no secret of the server", () => {
  const folder = join(dist(), "static");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const texts = files.map((file) => [file.name, readFileSync(join(file.parentPath, file.name), "utf8")] as const);
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter(([name]) => name.endsWith(".map")).map(([name]) => name)).toEqual([]);
  const told = /sourceMappingURL=(?!data:)|TWOFEET_SECRET|DATABASE_URL|postgresql:\/\//;
  expect(texts.filter(([, text]) => told.test(text)).map(([name]) => name)).toEqual([]);
});

test.each([
  "/.git/config",
  "/.env",
  "/package.json",
  "/.twofeet/secret",
  "/_next/../package.json",
  "/server.ts",
  "/debug",
  "/_next/static/../../package.json",
])("%s is nowhere", async (path) => {
  const answer = await said(path);
  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain("dependencies");
});
