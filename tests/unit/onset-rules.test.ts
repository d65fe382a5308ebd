import { describe, expect, test } from "vitest";
import { onsetsOf } from "@/lib/onset/rules";
import type { Samples } from "@/lib/series/rules";
import { limitsAt, usualOf } from "@/lib/usual/rules";

const minute = 60_000;
const every = (step: number, vals: number[]): Samples => ({ at: vals.map((_, place) => place * step * minute), vals });
const calm = (count: number, around = 100) => Array.from({ length: count }, (_, at) => around + ((at * 37) % 11) - 5);
/** Up by day and down by night, ten days of samples every five minutes. */
const daily = () => Array.from({ length: 2_880 }, (_, at) => 100 + 80 * Math.sin((at / 288) * 2 * Math.PI) + (at % 7));
const places = (series: Samples, quiet?: Samples) =>
  onsetsOf(series, quiet).map(({ lo, hi, kind }) => [(lo ?? -1) / minute / 5, hi / minute / 5, kind]);

describe("what is usual", () => {
  test("a night that is like a day is found in a series with a rhythm, and its days are not", () => {
    const vals = daily();
    expect(places(every(5, vals))).toEqual([]);
    for (let at = 1_656; at < 1_676; at++) vals[at] = 170 + (at % 7);
    expect(places(every(5, vals))).toEqual([[1_655, 1_656, "high"]]);
  });

  test("goes along with the hours of the day where these differ", () => {
    const usual = usualOf(every(5, daily()));
    const [noon, night] = [6, 18].map((hour) => (usual ? limitsAt(usual, hour * 60 * minute) : [0, 0]));
    expect((noon?.[0] ?? 0) > (night?.[1] ?? 0)).toBe(true);
    expect(usualOf(every(5, calm(2_880)))?.byHour).toBeNull();
  });

  test("a peak that comes again and again is usual, and one that is higher is not", () => {
    const vals = calm(2_000).map((value, at) => (at % 200 === 150 ? 300 : value));
    expect(places(every(5, vals))).toEqual([]);
    vals[1_111] = 400;
    expect(places(every(5, vals))).toEqual([[1_110, 1_111, "high"]]);
  });

  test("too little in each sample shows in means of twelve, and began somewhere in the first of these", () => {
    const vals = Array.from({ length: 600 }, (_, at) => 100 + ((at * 37) % 11) * 4 + (at >= 400 && at < 460 ? 40 : 0));
    const [found] = onsetsOf(every(5, vals));
    expect((found?.lo ?? 0) / minute / 5).toBeLessThan(400);
    expect((found?.hi ?? 0) / minute / 5).toBeGreaterThanOrEqual(400);
  });

  test("what began within the first third and stayed is told from what was before", () => {
    const [before, after] = [calm(13), calm(47, 4)];
    expect(places(every(5, [...before, ...after]))).toEqual([[12, 13, "low"]]);
    expect(places(every(5, [...calm(5), ...calm(55, 4)]))).toEqual([[4, 5, "low"]]);
    const withItsFirstSample = [...calm(32), ...calm(50, 4), ...calm(18)];
    expect(places(every(5, withItsFirstSample))).toEqual([[31, 32, "low"]]);
  });

  test("what a short one did in its first third already is not unusual later, until it is twice as far", () => {
    const lead = [10, 10, 10, 10, 10, 11, 10, 10, 10, 10, 10, 10];
    expect(places(every(5, [...lead, ...Array(10).fill(10), 11.9, ...Array(13).fill(10)]))).toEqual([]);
    expect(places(every(5, [...lead, ...Array(10).fill(10), 12.5, ...Array(13).fill(10)]))).toEqual([[21, 22, "high"]]);
  });

  test("beside a quiet time: what was measured then as well is not unusual", () => {
    const quiet = every(5, [...calm(50), ...Array(5).fill(160), ...calm(5)]);
    expect(places(every(5, [100, 101, 150, 102, 99]), quiet)).toEqual([]);
    expect(places(every(5, [100, 101, 180, 182, 99]), quiet)).toEqual([[1, 2, "high"]]);
  });

  test("beside a quiet time it may have begun in the second sample already", () => {
    expect(places(every(5, [100, 180, 190, 185, 120]), every(5, calm(60)))).toEqual([[0, 1, "high"]]);
  });
});
