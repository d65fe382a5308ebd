import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checks, type Held } from "@/tests/security/checks";
import { ways } from "@/tests/security/library-leaks";
import { sources } from "@/tests/support/sources";

const product = sources.filter(({ path }) => /^(app|components|lib|worker|renderer)\//.test(path));
const saying = (pattern: RegExp) => product.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

test("all 54 checks have a test that exists, or a reason", () => {
  expect(checks.map(({ id }) => id)).toEqual(Array.from({ length: 54 }, (_, at) => at + 1));
  expect(checks.flatMap((check) => unheld(String(check.id), check))).toEqual([]);
});

test("every way out of the library has a test that exists, or a reason", () => {
  expect(ways.length).toBeGreaterThan(25);
  expect(ways.flatMap((way) => unheld(way.way, way))).toEqual([]);
});

function unheld(what: string, held: Held) {
  if ("because" in held) return held.because.length > 20 ? [] : [`${what}: no reason`];
  return held.in.flatMap(([file, name]) => (isThere(file, name) ? [] : [`${what}: ${file}: ${name}`]));
}

function isThere(file: string, name: string) {
  const path = join("tests", file);
  if (!existsSync(path)) return false;
  const text = readFileSync(path, "utf8");
  return name !== "" && ['"', "`"].some((quote) => text.includes(`${quote}${name}`));
}

test("no statement is put together from texts", () => {
  expect(product.length).toBeGreaterThan(200);
  expect(saying(/\$(query|execute)RawUnsafe|Prisma\.raw\(/)).toEqual([]);
});

test("nothing is evaluated", () => {
  expect(saying(/\beval\(|new Function\(|from "node:v8"|from "node:vm"/)).toEqual([]);
});

test("cookies are for this host only, and no script reads them", () => {
  const text = readFileSync("lib/db/session.ts", "utf8");
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source that is read
  expect(text).toContain("__Host-twofeet.${name}");
  expect(text).toContain('httpOnly: true, sameSite: "lax", path: "/", secure: isSecure()');
});

test("no answer allows another site to read it", () => {
  expect(saying(/access-control-allow-/i)).toEqual([]);
});

test("inputs take no field that is not theirs", () => {
  const inputs = product.filter(({ path }) => /^lib\/\w+\/input\.ts$/.test(path));
  expect(inputs.length).toBeGreaterThan(5);
  const loose = inputs.filter(({ text }) => /\.(passthrough|loose|catchall)\(|z\.looseObject/.test(text));
  expect(loose.map(({ path }) => path)).toEqual([]);
});

test("the build has no source maps for browsers", () => {
  expect(readFileSync("next.config.ts", "utf8")).not.toContain("productionBrowserSourceMaps");
  const built = [".next", ".next-test"].flatMap((folder) => globSync(join(folder, "static/**/*.map")));
  expect(built).toEqual([]);
});
