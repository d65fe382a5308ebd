import { expect, test } from "vitest";
import lock from "@/package-lock.json";

type Locked = { version?: string; optionalDependencies?: Record<string, string> };

const packages = lock.packages as Record<string, Locked>;

/** Below these are known holes; each with what the first safe version closed. */
const least: [name: string, version: string, closed: string][] = [
  ["next", "16.2.6", "SSRF by WebSocket upgrade, CVE-2026-44578"],
  ["react", "19.2.6", "denial of service in server components, 2026-05"],
  ["react-dom", "19.2.6", "the same"],
  ["next-auth", "4.24.15", "addresses validated before Unicode normalisation, GHSA-7rqj-j65f-68wh"],
];

test.each(least)("%s is at least %s", (name, version) => {
  const locked = packages[`node_modules/${name}`]?.version ?? "0";
  expect(compare(locked, version), `${name} ${locked}`).toBeGreaterThanOrEqual(0);
});

test("the lock holds the packages of every platform, so that it installs on all of them", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([, range]) => /^\d/.test(range))
      .filter(([name]) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages))
      .map(([name]) => name),
  );
  expect(missing).toEqual([]);
});

function compare(a: string, b: string) {
  return a.localeCompare(b, "en", { numeric: true });
}
