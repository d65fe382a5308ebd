import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { believeOnly, refusalOf } from "@/renderer/asked";

const own = "https://day.example.org";
const asked = (method: string, headers: Record<string, string> = {}, url = "/e/day") =>
  refusalOf({ method, url, headers: { host: "day.example.org", ...headers } } as unknown as IncomingMessage, own);

test("whoever reads needs no origin", () => {
  expect([asked("GET"), asked("HEAD", { origin: "https://evil.example" })]).toEqual([null, null]);
});

test.each([
  ["the public address", { origin: own }],
  ["the host that was asked", { host: "10.0.0.7:3000", origin: "http://10.0.0.7:3000" }],
  ["a page of ours that hides its address", { origin: "null", "sec-fetch-site": "same-origin" }],
])("a write from %s is looked at", (_what, headers) => expect(asked("POST", headers)).toBeNull());

test.each([
  ["nowhere", {}],
  ["another site", { origin: "https://evil.example" }],
  ["a site whose name begins like ours", { origin: "https://day.example.org.evil.example" }],
  ["another port of our host", { origin: "https://day.example.org:8443" }],
  ["a page in a sandbox", { origin: "null" }],
  ["a sandbox of another site", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["what is no origin", { origin: "day.example.org" }],
  ["a proxy that nobody asked", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
])("a write from %s is not", (_what, headers) => expect(asked("POST", headers)).toEqual({ status: 403 }));

test("methods that nothing here has are none", () => {
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
    expect(asked(method, { origin: own })).toEqual({ status: 405, allow: "GET, HEAD, POST" });
});

test("Next's maker of pictures is not there: it would fetch whatever address it is given", () => {
  for (const url of ["/_next/image?url=/e/day", "/_next/image", "/_next/image/x"])
    for (const method of ["GET", "HEAD", "POST"]) expect(asked(method, { origin: own }, url)).toEqual({ status: 404 });
  expect(asked("GET", {}, "/_next/image-of-x.js")).toBeNull();
});

test("a company's directory writes without a page, and without a cookie it is nobody", () => {
  expect(asked("PATCH", {}, "/scim/v2/Users/1")).toBeNull();
  expect(asked("PATCH", { origin: own }, "/scimitar")?.status).toBe(405);
});

test("what only servers say to each other is believed of nobody", () => {
  const spoofed = {
    "x-forwarded-for": "1.2.3.4",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
    "x-middleware-subrequest": "middleware:middleware:middleware",
    "x-middleware-rewrite": "/",
    "x-nonce": "mine",
    "content-security-policy": "script-src 'nonce-mine'",
    "x-twofeet-path": "/e/other",
    "x-prerender-revalidate": "x",
    "x-matched-path": "/",
    "x-invoke-path": "/",
    "next-resume": "1",
    "x-http-method-override": "DELETE",
    "x-original-url": "/account",
    "x-real-ip": "1.2.3.4",
  };
  const real = { host: "x", cookie: "a=b", rsc: "1", "next-action": "1", accept: "*/*", origin: own };
  const headers = { ...spoofed, ...real };
  believeOnly(headers);
  expect(headers).toEqual(real);
});

test("a page of ours that hides its address is named to Next, which believes no hidden one; a sandbox is not", () => {
  const ours = { host: "day.example.org", origin: "null", "sec-fetch-site": "same-origin" };
  const sandbox = { ...ours, "sec-fetch-site": "cross-site" };
  for (const headers of [ours, sandbox]) believeOnly(headers);
  expect([ours.origin, sandbox.origin]).toEqual(["http://day.example.org", "null"]);
});
