import { expect, test } from "vitest";
import { createEventInput } from "@/lib/event/input";
import {
  checkPhase,
  checkRooms,
  checkSlots,
  mayDot,
  mayPitch,
  newJoinCode,
  phases,
  talliesOpen,
} from "@/lib/event/rules";
import { madeUpName, standsAtLeast } from "@/lib/member/rules";

test("topics are pitched in the marketplace and while dots are given", () => {
  expect(phases.filter(mayPitch)).toEqual(["marketplace", "voting"]);
  expect(phases.filter(mayDot)).toEqual(["voting"]);
  expect(() => checkPhase(mayDot, "placing", "voting-closed")).toThrow("voting-closed");
});

test("hidden tallies open when voting is over, shown ones always", () => {
  const open = (tallies: "hidden" | "shown") => phases.filter((phase) => talliesOpen({ tallies, phase }));
  expect(open("hidden")).toEqual(["placing", "running", "closing", "closed"]);
  expect(open("shown")).toEqual([...phases]);
});

test("a join code has six characters that nobody confuses", () => {
  expect(newJoinCode(() => 0)).toBe("AAAAAA");
  expect(newJoinCode(Math.random)).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
});

test("a slot ends after it starts and none is there twice", () => {
  const [two, three] = [new Date("2027-03-04T14:00Z"), new Date("2027-03-04T15:00Z")];
  expect(() => checkSlots([{ startsAt: three, endsAt: two }])).toThrow("slot-ends-before-start");
  expect(() => checkSlots([{ startsAt: two, endsAt: two }])).toThrow("slot-ends-before-start");
  expect(() => checkSlots([0, 1].map(() => ({ startsAt: two, endsAt: three })))).toThrow("slots-repeat");
});

test("two rooms cannot have one name", () => {
  expect(() => checkRooms([{ name: "Aula" }, { name: "aula" }])).toThrow("rooms-repeat");
});

test("standings are an order", () => {
  expect(standsAtLeast("visitor", null)).toBe(true);
  expect(standsAtLeast("participant", null)).toBe(false);
  expect(standsAtLeast("facilitator", "participant")).toBe(false);
  expect(standsAtLeast("participant", "host")).toBe(true);
});

test("a guest's name is two friendly words", () => {
  expect(madeUpName(() => 0)).toBe("Amber Badger");
  expect(madeUpName(() => 0.9999)).toBe("Witty Wren");
});

test("the form leaves out empty rows, and refuses more dots on a topic than a member has", () => {
  const typed = {
    slug: "my-day",
    hostName: "Ann",
    name: "My day",
    zone: "Europe/Brussels",
    startsOn: "2027-03-04",
    endsOn: "2027-03-04",
    conductUrl: "",
    dotsPerMember: "5",
    dotsPerTopic: "3",
    rooms: { 0: { name: "Aula", capacity: "40", stepFree: "on" }, 1: { name: "", capacity: "" } },
    slots: { 0: { startsAt: "", minutes: "" } },
  };
  const parsed = createEventInput.parse(typed);
  expect(parsed.rooms).toMatchObject([{ id: null, name: "Aula", capacity: 40, stepFree: true, quiet: false }]);
  expect(parsed.slots).toEqual([]);
  expect(createEventInput.safeParse({ ...typed, dotsPerTopic: "6" }).success).toBe(false);
  expect(createEventInput.safeParse({ ...typed, endsOn: "2027-03-03" }).success).toBe(false);
  expect(createEventInput.safeParse({ ...typed, zone: "Middle/Earth" }).success).toBe(false);
  expect(createEventInput.safeParse({ ...typed, role: "host" }).success).toBe(false);
});
