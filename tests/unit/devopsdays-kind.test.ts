import { expect, test } from "vitest";
import { distance, kindOf, readsLikeTalk } from "@/lib/interop/devopsdays/kind";
import { readRows, said } from "@/tests/support/event-folder";

test.each([
  ["talk", "some-slug", "talk", false],
  ["workshop", "some-slug", "workshop", false],
  ["custom", "Coffee Break", "break", false],
  ["custom", "Lunch (catered)", "break", false],
  ["custom", "Almoço", "break", false],
  ["custom", "Registration, Breakfast, Sponsors", "other", false],
  ["custom", "Embrace the Break: chaos without disruption", "other", false],
  ["custom", "Keynote: why ropes break", "talk", false],
  ["custom", "Speaker discussion panel", "talk", false],
  ["custom", "Ignites", "ignite", false],
  ["custom", "Open Spaces", "openSpace", true],
  ["custom", "Open Space Opening", "openSpace", false],
  ["custom", "Open Space Voting", "openSpace", false],
  ["open-space", "Open Space room assignments", "openSpace", false],
  ["open-space", "attendee-suggested breakout discussions - Open Space #4", "openSpace", true],
  ["open-space", "Open Space Slot 2 Day 1", "openSpace", true],
  ["open-space", "Day 2 - #4", "openSpace", true],
  ["open-space", "Breakouts", "openSpace", true],
  ["open-space", "Break", "break", false],
  ["open-space", "Ignite Talks", "ignite", false],
  ["pen-spaceo", "Open Space", "openSpace", true],
  ["custo", "Break", "break", false],
  ["Custom", "Opening Welcome", "other", false],
  ["lunch", "Food", "break", false],
  ["", "Whatever", "other", false],
] as const)("%s “%s” is %s", (type, title, kind, slot) => {
  expect(kindOf(type, title)).toMatchObject({ kind, slot });
});

test("a typing error in a type is told", () => {
  const read = readRows([["Break", "custo", "10:00", "10:15"]]);
  expect(said(read.repairs)).toEqual(['type "custo": taken as custom']);
});

test("where no row is a talk, titles that read like one are", () => {
  const read = readRows([
    ["Opening Welcome", "custom", "09:00", "09:15"],
    ["Getting better at code review", "custom", "09:15", "09:45"],
    ["Closing / Raffle", "custom", "17:00", "17:30"],
  ]);
  expect(read.entries.map(({ kind }) => kind)).toEqual(["other", "talk", "other"]);
  expect(readsLikeTalk("Sponsor pitches by all")).toBe(false);
});

test("edits are counted with swaps", () => {
  expect([distance("caldiera", "caldeira"), distance("custo", "custom"), distance("", "abc")]).toEqual([1, 1, 3]);
});
