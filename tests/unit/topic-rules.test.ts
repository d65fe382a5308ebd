import fc from "fast-check";
import { expect, test } from "vitest";
import { checkMayChange, speaksFor, splitDots, uniteDots } from "@/lib/topic/rules";

const topic = { id: "t", pitcherId: "pia", convenerId: "carl" };
const held = (memberId: string, dots: number) => ({ memberId, dots });

test("a convener speaks for a topic, and its pitcher only while nobody convenes it", () => {
  expect(speaksFor(topic, "carl")).toBe(true);
  expect(speaksFor(topic, "pia")).toBe(false);
  expect(speaksFor({ ...topic, convenerId: null }, "pia")).toBe(true);
});

test("others may not change a topic, a facilitator may", () => {
  expect(() => checkMayChange(topic, { id: "eve", role: "participant" })).toThrow("not-yours");
  expect(() => checkMayChange(topic, { id: "eve", role: "facilitator" })).not.toThrow();
  expect(() => checkMayChange(topic, { id: "carl", role: "participant" })).not.toThrow();
});

test("dots unite per person and what is over returns to its owner", () => {
  expect(uniteDots([held("ann", 2), held("bob", 1)], [held("ann", 2), held("cy", 3)], 3)).toEqual([
    { memberId: "ann", dots: 3, from: 2, into: 2, returned: 1 },
    { memberId: "bob", dots: 1, from: 1, into: 0, returned: 0 },
    { memberId: "cy", dots: 3, from: 0, into: 3, returned: 0 },
  ]);
});

test("a pile from before the limit was lowered stays whole", () => {
  expect(uniteDots([held("ann", 5)], [held("ann", 1)], 3)[0]).toMatchObject({ dots: 5, returned: 1 });
});

test("an untouched merge splits exactly", () => {
  expect(splitDots({ from: 2, into: 2, united: 3 }, 3, 4)).toEqual({ from: 2, into: 2 });
});

test("dots that returned and were spent elsewhere stay there", () => {
  expect(splitDots({ from: 2, into: 2, united: 3 }, 3, 0)).toEqual({ from: 1, into: 2 });
});

test("who changed their dots since the merge keeps them where they put them", () => {
  expect(splitDots({ from: 1, into: 1, united: 2 }, 1, 4)).toEqual({ from: 0, into: 1 });
});

test("whatever is merged and split, nobody gains a dot and nobody exceeds the budget", () => {
  const pile = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(pile, pile, fc.integer({ min: 0, max: 6 }), (from, into, left) => {
      const [one] = uniteDots([held("ann", from)], [held("ann", into)], 3);
      const united = one?.dots ?? 0;
      expect(united).toBeLessThanOrEqual(Math.max(3, from, into));
      const back = splitDots({ from, into, united }, united, left);
      expect(back.from + back.into).toBeLessThanOrEqual(Math.min(from + into, united + left));
      expect(back.from).toBeLessThanOrEqual(from);
      expect(back.into).toBeLessThanOrEqual(into);
      if (left >= from + into - united) expect(back).toEqual({ from, into });
    }),
    { numRuns: 1000 },
  );
});
