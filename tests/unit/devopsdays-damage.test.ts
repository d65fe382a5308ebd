import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDevopsdays } from "@/lib/interop/devopsdays/read";
import { dataFile, readFiles } from "@/tests/support/event-folder";

const fixture = "tests/fixtures/devopsdays/2018-harbour-city";
const whole = readFileSync(`${fixture}/data/events/2018-harbour-city.yml`, "utf8");
const junk = [
  "\t",
  ":",
  '"',
  "'",
  "- ",
  "\n",
  "{",
  "[",
  "&a",
  "*a",
  "|",
  ">",
  "%",
  "@",
  "`",
  "\0",
  "<<<<<<< HEAD\n",
  "é",
];

const damage = fc.record({
  at: fc.nat(whole.length),
  cut: fc.nat(30),
  put: fc.constantFrom(...junk),
});

test("whatever happens to a file, it is read, and no entry ends before it starts", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (damages) => {
      const text = damages.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), whole);
      const { entries } = readFiles({ [dataFile]: text });
      for (const { startsAt, endsAt } of entries) if (startsAt && endsAt) expect(endsAt > startsAt).toBe(true);
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    }),
    { numRuns: 60 },
  );
});

test("an undamaged file is read the same twice", () => {
  expect(readDevopsdays(fixture)).toEqual(readDevopsdays(fixture));
});
