import { expect, test } from "vitest";
import { contentSecurity, newNonce, steadyHeaders } from "@/renderer/policy";

const rules = (settings = {}, dev = false) =>
  Object.fromEntries(
    contentSecurity("N", settings, dev)
      .split("; ")
      .map((rule) => [rule.split(" ", 1)[0] ?? "", rule.slice(rule.indexOf(" ") + 1)]),
  );

test("no nonce comes twice, and each has 128 bits", () => {
  const nonces = Array.from({ length: 1000 }, newNonce);
  expect(new Set(nonces).size).toBe(1000);
  expect(nonces.every((nonce) => Buffer.from(nonce, "base64").length === 16)).toBe(true);
});

test("only what carries the nonce runs, whatever else a page is made to hold", () => {
  const { "script-src": scripts, "style-src": styles, ...others } = rules();
  expect(scripts).toBe("'self' 'nonce-N' 'strict-dynamic'");
  expect(styles).toBe("'self' 'nonce-N'");
  expect(others).toMatchObject({ "object-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'" });
  expect(others).toMatchObject({ "require-trusted-types-for": "'script'", "trusted-types": "default" });
});

test("forms lead to ourselves, and to a provider only where one is configured", () => {
  expect(rules()["form-action"]).toBe("'self'");
  expect(rules({ GITHUB_ID: "x" })["form-action"]).toBe("'self' https://github.com");
});

test("what is evaluated is so in development only", () => {
  expect(contentSecurity("N", {})).not.toMatch(/unsafe-eval|unsafe-hashes|script-src[^;]*unsafe-inline/);
  expect(rules({}, true)["script-src"]).toContain("'unsafe-eval'");
});

test("who came by https once comes by https for a year and more, and nobody else is told so", () => {
  const said = (url?: string) => new Map(steadyHeaders("/", { TWOFEET_URL: url })).get("strict-transport-security");
  expect(Number(/max-age=(\d+)/.exec(said("https://day.example.org") ?? "")?.[1])).toBeGreaterThan(365 * 24 * 3600);
  expect([said("http://localhost:3000"), said()]).toEqual([undefined, undefined]);
});

test.each(["/sign-in/confirm?token=x", "/wall/day/key", "/j/ABC"])("the address %s travels nowhere", (path) => {
  expect(new Map(steadyHeaders(path, {})).get("referrer-policy")).toBe("no-referrer");
});
