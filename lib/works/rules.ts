/** How it went for somebody. */
export const outcomes = ["works", "works-with-changes", "fails"] as const;
export type Outcome = (typeof outcomes)[number];

/** One thing of an environment. */
export type Part = { name: string; version: string };
/** What somebody said: this version, there, then. */
export type Report = { version: string; envKey: string; env: unknown; outcome: string; note: string; at: Date };

/**
 * `RHEL 9, kubernetes v1.29.3` as parts in one order, and the key under which reports of the same environment meet:
 * lower case, without `v`, versions cut to what people compare by (two places).
 */
export function environmentOf(text: string): { parts: Part[]; key: string } {
  const parts = text
    .split(/[,;+\n]/)
    .map((one) => one.trim().replaceAll(/\s+/g, " "))
    .filter(Boolean)
    .slice(0, 6)
    .map(partOf);
  const keys = parts.map(({ name, version }) => `${name} ${version}`.trim().toLowerCase());
  const order = [...new Set(keys)].sort();
  return { parts: order.flatMap((key) => parts[keys.indexOf(key)] ?? []), key: order.join(", ") };
}

function partOf(text: string): Part {
  const found = /^(.*?\S)[ @:=/-]v?(\d[\w.-]*)$/i.exec(text);
  if (!found) return { name: text, version: "" };
  const [, name = "", version = ""] = found;
  return { name: name.replace(/[ @:=/-]+$/, ""), version: version.split(".").slice(0, 2).join(".") };
}

/** How old what somebody said has become; what was true a year ago is no news. */
export type Age = "fresh" | "ageing" | "old";
export function ageOf(at: Date, now: Date): Age {
  const days = (now.getTime() - at.getTime()) / 86_400_000;
  if (days < 90) return "fresh";
  return days < 365 ? "ageing" : "old";
}

export type Cell = { outcome: Outcome; at: Date; age: Age; counts: Record<Outcome, number>; notes: string[] };
export type Matrix = {
  environments: { key: string; label: string }[];
  rows: { version: string; cells: (Cell | null)[] }[];
};

/**
 * Versions by environments. A cell is the newest report and its age, with how many said what: no average, no score.
 * Columns are ordered by how much was said there lately, and are at most `columns`.
 */
export function matrixOf(versions: readonly string[], reports: readonly Report[], now: Date, columns = 12): Matrix {
  const byKey = Map.groupBy(reports, ({ envKey }) => envKey);
  const lively = (all: readonly Report[]) => all.filter(({ at }) => ageOf(at, now) !== "old").length;
  const keys = [...byKey.entries()]
    .sort(([a, one], [b, other]) => lively(other) - lively(one) || other.length - one.length || (a < b ? -1 : 1))
    .slice(0, columns)
    .map(([key]) => key);
  const cellOf = (version: string, key: string) =>
    cell(
      (byKey.get(key) ?? []).filter((report) => report.version === version),
      now,
    );
  return {
    environments: keys.map((key) => ({ key, label: labelOf(byKey.get(key)?.[0]?.env, key) })),
    rows: versions.map((version) => ({ version, cells: keys.map((key) => cellOf(version, key)) })),
  };
}

function cell(reports: readonly Report[], now: Date): Cell | null {
  const [newest, ...rest] = reports.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (!newest) return null;
  const counts = { works: 0, "works-with-changes": 0, fails: 0 };
  for (const { outcome } of [newest, ...rest]) counts[outcome as Outcome] += 1;
  const notes = [newest, ...rest].map(({ note }) => note).filter(Boolean);
  return {
    outcome: newest.outcome as Outcome,
    at: newest.at,
    age: ageOf(newest.at, now),
    counts,
    notes: notes.slice(0, 5),
  };
}

/** As whoever said it first wrote it. */
function labelOf(env: unknown, key: string) {
  if (!Array.isArray(env)) return key;
  return env.map((part: Part) => `${part.name} ${part.version}`.trim()).join(", ") || key;
}

/** Stands for what was said in rehearsals; no environment that is typed has a key with a capital in it. */
export const rehearsalKey = "REHEARSAL";
