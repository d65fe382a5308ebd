import { expect, test } from "vitest";
import { clockFaces } from "@/lib/board/clock-faces";

const slot = (startsAt: string, endsAt: string) => ({ id: startsAt, startsAt, endsAt, title: null });
const event = (zone: string) => ({ zone }) as Parameters<typeof clockFaces>[0]["event"];

test("the clock of the event's zone shows each slot, on both sides of a change of the clocks", () => {
  const before = slot("2026-10-25T00:30:00.000Z", "2026-10-25T01:15:00.000Z");
  expect(clockFaces({ event: event("Europe/Brussels"), slots: [before] })).toEqual({
    "2026-10-25T00:30:00.000Z": "02:30",
    "2026-10-25T01:15:00.000Z": "02:15",
  });
});

test("it reads as browsers would in each of the languages", () => {
  const at = "2026-11-23T08:05:00.000Z";
  const [face] = Object.values(clockFaces({ event: event("Asia/Kathmandu"), slots: [slot(at, at)] }));
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Kathmandu" } as const;
  for (const language of ["en", "fr", "nl", "de", "es"])
    expect(new Intl.DateTimeFormat(language, shape).format(new Date(at)), language).toBe(face);
});
