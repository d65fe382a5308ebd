import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDevopsdays } from "@/lib/interop/devopsdays/read";

const samples = "../shared/data/devopsdays";
const present = existsSync(samples);
if (!present) console.log(`Skipped: there are no real events in ${samples}.`);
const events = present ? readdirSync(samples).filter((name) => /^\d{4}-/.test(name)) : [];

/** Rows as a person counts them: every title below `program:` and `ignites:`. */
function rowsIn(folder: string) {
  let section = "";
  return filesIn(join(folder, "data"))
    .flatMap((file) => readFileSync(file, "utf8").split(/\r?\n/))
    .filter((line) => {
      section = /^(\w+)\s*:/.exec(line)?.[1] ?? section;
      return /^(program|ignites)$/.test(section) && /^\s*-\s*title\s*:/.test(line);
    }).length;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

describe.skipIf(!present)("real events", () => {
  test("there are some", () => {
    expect(events.length).toBeGreaterThan(10);
  });

  test.each(events)("%s: no row is dropped, every time makes sense, every finding has its place", (name) => {
    const folder = join(samples, name);
    const read = readDevopsdays(folder);
    const scheduled = read.entries.filter(({ file }) => file.startsWith("data/"));
    expect(scheduled).toHaveLength(rowsIn(folder));
    expect(read.zone?.why).toMatch(/^from the city/);
    for (const { startsAt, endsAt } of scheduled) {
      expect(startsAt).not.toBeNull();
      if (endsAt) expect(endsAt > (startsAt ?? "")).toBe(true);
    }
    for (const { startsAt } of scheduled) expect(Number(startsAt?.slice(11, 13))).toBeGreaterThan(6);
    for (const { file, line } of [...read.repairs, ...read.doubts]) {
      const lines = readFileSync(join(folder, file), "utf8").split("\n").length;
      expect(line).toBeGreaterThan(0);
      expect(line).toBeLessThanOrEqual(lines);
    }
    expect(new Set(read.entries.map(({ key }) => key)).size).toBe(read.entries.length);
  });
});
