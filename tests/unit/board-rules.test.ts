import { expect, test } from "vitest";
import { checkPlacement } from "@/lib/board/rules";

const at = (time: string) => new Date(`2027-03-04T${time}:00Z`);
const slots = [
  { id: "two", startsAt: at("14:00"), endsAt: at("14:45") },
  { id: "three", startsAt: at("15:00"), endsAt: at("15:45") },
  { id: "long", startsAt: at("14:30"), endsAt: at("15:30") },
  { id: "twin", startsAt: at("14:00"), endsAt: at("14:45") },
  { id: "next", startsAt: at("14:45"), endsAt: at("15:00") },
];
const placed = { topicId: "a", title: "On-call", convenerId: "ann", slotId: "two", roomId: "aula" };
const wanted = { topicId: "b", title: "Chaos", convenerId: "bob", slotId: "two", roomId: "barn" };
const placing = (change: object) => () => checkPlacement({ ...wanted, ...change }, [placed], slots);

test("a room holds one topic at a time, and the refusal names both", () => {
  expect(placing({ roomId: "aula" })).toThrow(
    expect.objectContaining({ reason: "slot-taken", about: { topic: "Chaos", other: "On-call" } }),
  );
});

test("a convener cannot be in two rooms at once", () => {
  expect(placing({ convenerId: "ann" })).toThrow(
    expect.objectContaining({ reason: "convener-busy", about: { topic: "Chaos", other: "On-call" } }),
  );
});

test("overlapping and equal slots are at once, touching ones are not", () => {
  expect(placing({ convenerId: "ann", slotId: "long" })).toThrow("convener-busy");
  expect(placing({ convenerId: "ann", slotId: "twin" })).toThrow("convener-busy");
  expect(placing({ roomId: "aula", slotId: "long" })).toThrow("slot-taken");
  expect(placing({ convenerId: "ann", roomId: "aula", slotId: "next" })).not.toThrow();
});

test("a topic does not stand in its own way", () => {
  expect(placing({ topicId: "a", convenerId: "ann", roomId: "aula" })).not.toThrow();
});

test("topics without a convener never keep each other busy", () => {
  expect(() => checkPlacement({ ...wanted, convenerId: null }, [{ ...placed, convenerId: null }], slots)).not.toThrow();
});
