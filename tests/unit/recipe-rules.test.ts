import { expect, test } from "vitest";
import { isLicence } from "@/lib/licence/rules";
import { creditedTo } from "@/lib/proposal/rules";
import { freshness, targetOf } from "@/lib/recipe/rules";
import { newestFirst, nextVersion } from "@/lib/version/rules";
import { environmentOf, matrixOf } from "@/lib/works/rules";

const now = new Date("2026-11-23T12:00:00Z");

test("versions are ordered as semver.org orders them, days by the calendar", () => {
  const order = [
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.2.0",
    "1.10.0",
    "2026-11-23",
    "2026-11-23.2",
  ];
  const shuffled = [...order]
    .sort(() => 0.5 - order.length / 20)
    .reverse()
    .map((version) => ({ version }));
  expect(newestFirst(shuffled).map(({ version }) => version)).toEqual([...order].reverse());
});

test.each([
  [undefined, "1.0.0"],
  ["1.4.9", "1.4.10"],
  ["2.0.0-rc.1", "2.0.0"],
  ["2026-11-20", "2026-11-23"],
  ["2026-11-23", "2026-11-23.1"],
  ["2026-11-23.1", "2026-11-23.2"],
])("after %s comes %s", (last, next) => {
  expect(nextVersion(last, now)).toBe(next);
});

test("an environment is the same in any order and spelling", () => {
  const { key, parts } = environmentOf("RHEL 9,  kubernetes v1.29.3");
  expect(key).toBe("kubernetes 1.29, rhel 9");
  expect(parts).toEqual([
    { name: "kubernetes", version: "1.29" },
    { name: "RHEL", version: "9" },
  ]);
  expect(environmentOf("Kubernetes 1.29; rhel 9, RHEL 9").key).toBe(key);
  expect(environmentOf("my laptop").key).toBe("my laptop");
});

test("a cell is the newest word with its age; what nobody said is nothing", () => {
  const report = (days: number, outcome: string, version = "1.0.0") => ({
    ...{ version, envKey: "debian 12", env: [{ name: "Debian", version: "12" }], outcome, note: "" },
    at: new Date(now.getTime() - days * 86_400_000),
  });
  const { environments, rows } = matrixOf(["1.1.0", "1.0.0"], [report(400, "works"), report(100, "fails")], now);
  expect(environments).toEqual([{ key: "debian 12", label: "Debian 12" }]);
  expect(rows[0]?.cells).toEqual([null]);
  expect(rows[1]?.cells[0]).toMatchObject({ outcome: "fails", age: "ageing", counts: { works: 1, fails: 1 } });
});

test("a review is due until the end of its day", () => {
  expect(freshness("2026-11-23", now)).toBe("soon");
  expect(freshness("2026-11-22", now)).toBe("overdue");
  expect(freshness("2027-11-22", now)).toBe("fresh");
  expect(freshness(null, now)).toBe(null);
});

test("a name leads to an entry here, to an address elsewhere, or nowhere; never to a script", () => {
  expect(targetOf("/library/drain-a-queue")).toEqual({ own: "/library/drain-a-queue" });
  expect(targetOf("https://docs.example/x")).toEqual({ elsewhere: "https://docs.example/x" });
  for (const name of ["javascript:alert(1)", "//evil.example", "queuectl", "/library/../account", "https://a b"])
    expect(targetOf(name)).toEqual({});
});

test("whoever improved it is named once, after those before", () => {
  expect(creditedTo("Ilse", "Bo")).toBe("Ilse; Bo");
  expect(creditedTo("Ilse; Bo", "Bo")).toBe("Ilse; Bo");
  expect(creditedTo("", "Bo")).toBe("Bo");
  expect(creditedTo("Ilse", "")).toBe("Ilse");
});

test("licences are those of SPDX, and expressions of them", () => {
  expect(["MIT", "CC-BY-4.0", "Apache-2.0 OR MIT"].map(isLicence)).toEqual([true, true, true]);
  expect(["", "Free!", "mit license"].map(isLicence)).toEqual([false, false, false]);
});
