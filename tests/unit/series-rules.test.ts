import { describe, expect, test } from "vitest";
import { onsetsOf } from "@/lib/onset/rules";
import { type Samples, usualStep } from "@/lib/series/rules";

const minute = 60_000;
const every = (step: number, vals: number[]): Samples => ({ at: vals.map((_, place) => place * step * minute), vals });
/** Goes up and down a little, the same every time. */
const calm = (count: number, around = 100) => Array.from({ length: count }, (_, at) => around + ((at * 37) % 11) - 5);
const inMinutes = (series: Samples, quiet?: Samples) =>
  onsetsOf(series, quiet).map(({ lo, hi, kind }) => [lo === null ? null : lo / minute, hi / minute, kind]);

describe("where a series became unusual", () => {
  test("between the last sample that was as always and the first that was not", () => {
    expect(inMinutes(every(5, [...calm(20), 190, 195, 188, ...calm(5)]))).toEqual([[95, 100, "high"]]);
    expect(inMinutes(every(1, [...calm(20), 3, 2]))).toEqual([[19, 20, "low"]]);
  });

  test("a hole in the samples widens it: in between nobody knows", () => {
    const { at, vals } = every(5, [...calm(20), 190, 190]);
    expect(inMinutes({ at: [...at.slice(0, 18), ...at.slice(20)], vals: [...vals.slice(0, 18), 190, 190] })).toEqual([
      [85, 100, "high"],
    ]);
  });

  test("a series in which nothing happens has none, and neither has one that never moved", () => {
    expect(inMinutes(every(5, calm(400)))).toEqual([]);
    expect(inMinutes(every(5, Array(50).fill(7)))).toEqual([]);
  });

  test("a counter of errors that was always nought", () => {
    expect(inMinutes(every(5, [...Array(20).fill(0), 4, 9, ...Array(3).fill(0)]))).toEqual([[95, 100, "high"]]);
  });

  test("five samples say something only beside what is usual in a quiet time", () => {
    const few = every(5, [0.093, 0.085, 0.114, 0.125, 0.124]);
    expect(inMinutes(few)).toEqual([]);
    expect(
      inMinutes(
        few,
        every(
          5,
          calm(60, 100).map((value) => value / 2_000 + 0.05),
        ),
      ),
    ).toEqual([[5, 10, "high"]]);
    expect(onsetsOf(every(5, [1, 2, 900]))).toEqual([]);
  });

  test("in a long one the largest, in the order in which they came; not one more like those that are not drawn", () => {
    const vals = calm(600);
    for (const [place, value] of [
      [50, 300],
      [130, 500],
      [210, 400],
      [300, 900],
      [380, 350],
      [460, 310],
    ] as const)
      vals[place] = value;
    expect(inMinutes(every(5, vals)).map(([, hi]) => Number(hi) / 5)).toEqual([130, 210, 300, 380]);
  });

  test("silence: when it had been still for longer than ever before", () => {
    const vals = [...calm(200), ...Array(10).fill(5), ...calm(100), ...Array(60).fill(5), ...calm(50)];
    const still = onsetsOf(every(5, vals)).filter(({ kind }) => kind === "still");
    expect(still.map(({ lo, hi }) => [(lo ?? 0) / minute / 5, hi / minute / 5])).toEqual([[310, 321]]);
  });

  test("what was still from the beginning did not stop", () => {
    const vals = [...Array(30).fill(0), ...calm(60)];
    expect(onsetsOf(every(5, vals)).filter(({ kind }) => kind === "still")).toEqual([]);
  });

  test("how often it was measured is what most samples say", () => {
    expect(usualStep({ at: [0, 60_000, 120_000, 900_000] })).toBe(60);
    expect(usualStep({ at: [0] })).toBeNull();
  });
});
