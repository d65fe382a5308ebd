import { expect, test } from "vitest";
import { sinceStart, spanOf, stepFrom, tick } from "@/lib/replay/rules";

const minute = 60_000;
const event = (id: string, at: number, marker = "other") => ({ id, at: at * minute, marker, text: id, who: "" });
const events = [event("a", 10), event("b", 12, "repair"), event("c", 30), event("d", 30)];
const reel = { events, until: 40 * minute, speed: 60 };

test("a second in the room is a minute of the incident", () => {
  const at = { now: 10 * minute, asked: null };
  expect(tick(at, { ...reel, passedMs: 1_000, asks: false })).toEqual({
    now: 11 * minute,
    isStopped: false,
    asked: null,
  });
});

test("it stops right before a decision, asks once, and goes on", () => {
  const stopped = tick({ now: 11 * minute, asked: null }, { ...reel, passedMs: 2_000, asks: true });
  expect(stopped).toEqual({ now: 12 * minute - 1, isStopped: true, asked: "b" });
  expect(tick(stopped, { ...reel, passedMs: 1_000, asks: true })).toMatchObject({
    now: 13 * minute - 1,
    isStopped: false,
  });
});

test("it stops at the end, and not beyond", () => {
  const at = { now: 39 * minute, asked: null };
  expect(tick(at, { ...reel, passedMs: 60_000, asks: true })).toMatchObject({ now: 40 * minute, isStopped: true });
});

test("steps go from moment to moment, two events of one moment at once", () => {
  expect(stepFrom(0, events, true)).toBe(10 * minute);
  expect(stepFrom(12 * minute, events, true)).toBe(30 * minute);
  expect(stepFrom(30 * minute, events, true)).toBeUndefined();
  expect(stepFrom(30 * minute, events, false)).toBe(12 * minute);
});

test("it begins before the first event and ends after the last, even of one", () => {
  const [from, to] = spanOf([event("a", 5)]);
  expect([from, to]).toEqual([4 * minute, 6 * minute]);
});

test("how long since it began, and before", () => {
  expect([65, 0, -10].map((at) => sinceStart(at * minute, 0))).toEqual(["T+1:05", "T+0:00", "T−0:10"]);
});
