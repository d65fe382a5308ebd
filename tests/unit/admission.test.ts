import { expect, test } from "vitest";
import { Admission } from "@/lib/live/pusher/admission";

/** When each of a crowd is let in that came at once and comes back as pusher-js does: a second after each no. */
function letIn(crowd: number, perSecond: number, lateBy: (admission: Admission) => number) {
  const admission = new Admission(perSecond);
  const start = performance.now();
  const coming = Array.from({ length: crowd }, () => start);
  const at: number[] = [];
  for (let now = coming.shift(); now !== undefined; now = coming.shift()) {
    if (admission.admits(now)) {
      at.push(now - start);
      continue;
    }
    const again = now + lateBy(admission) + 1_000;
    const place = coming.findIndex((other) => other > again);
    coming.splice(place < 0 ? coming.length : place, 0, again);
  }
  return at;
}

const busiest = (times: number[], spanMs: number) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));

test("two thousand phones at once are all let in within five seconds, and no tenth of a second is much busier than another", () => {
  const at = letIn(2_000, 1_000, (admission) => admission.lateBy());
  expect(at).toHaveLength(2_000);
  expect(at.at(-1)).toBeLessThan(5_000);
  expect(busiest(at, 100)).toBeLessThanOrEqual(350);
});

test("whoever is refused at once comes back with everybody else: only a late no lets a crowd in", () => {
  const at = letIn(2_000, 1_000, () => 0);
  expect(at.at(-1)).toBeGreaterThan(6_900);
});

test("a rate of one a second lets one in, and the next a second later", () => {
  const admission = new Admission(1);
  const now = performance.now();
  expect([admission.admits(now), admission.admits(now + 500), admission.admits(now + 1_100)]).toEqual([
    true,
    false,
    true,
  ]);
});
