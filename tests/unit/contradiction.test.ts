import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Contradiction, contradictionsOf } from "@/lib/contradiction/rules";
import { durationsOf } from "@/lib/duration/rules";
import type { FuzzyTime, Moment } from "@/lib/postmortem/input";
import { hoursOf, minutesOf, type Stated, statedDurations } from "@/lib/stated/rules";

const time = (at: string, precision: FuzzyTime["precision"] = "minute"): FuzzyTime => ({
  at: `${at}:00Z`,
  precision,
  bound: "exact",
  text: at,
});
const timesOf = (told: Partial<Record<Moment, string | null>>) =>
  Object.fromEntries(Object.entries(told).flatMap(([moment, at]) => (at ? [[moment, time(at)]] : [])));
const about = (times: Partial<Record<Moment, FuzzyTime>>) => ({ times, timeline: [], supportHours: null, zone: null });

describe("times against each other", () => {
  const found = (told: Partial<Record<Moment, string>>) => contradictionsOf(about(timesOf(told)));

  test("in their order they say nothing", () => {
    expect(found({ started: "2030-03-02T09:00", detected: "2030-03-02T09:00", resolved: "2030-03-02T10:00" })).toEqual(
      [],
    );
  });

  test("resolved a year before it was mitigated is a slip of the year", () => {
    expect(
      found({ detected: "2030-03-02T09:00", mitigated: "2030-03-04T10:00", resolved: "2029-03-04T11:00" }),
    ).toEqual([{ kind: "order", weight: "warning", earlier: "mitigated", later: "resolved", slip: "year" }]);
  });

  test("what is declared when it is repaired already is only noted", () => {
    expect(
      found({ detected: "2030-03-02T09:00", declared: "2030-03-02T12:00", mitigated: "2030-03-02T11:40" }),
    ).toEqual([{ kind: "order", weight: "note", earlier: "declared", later: "mitigated", slip: null }]);
  });

  test("morning written for afternoon is seen", () => {
    const [one] = found({ detected: "2030-03-02T13:00", resolved: "2030-03-02T02:30" });
    expect(one).toMatchObject({ kind: "order", slip: "halves" });
  });

  test("a day without an hour contradicts nothing on that day", () => {
    const times = { detected: time("2030-03-02T15:00"), resolved: time("2030-03-02T00:00", "day") };
    expect(contradictionsOf(about(times))).toEqual([]);
  });
});

describe("durations stated by hand", () => {
  const times = timesOf({ detected: "2030-03-01T15:00", mitigated: "2030-03-04T11:00" });
  const stated = (text: string) => contradictionsOf(about(times), statedDurations(text));

  test("are held against what the times give", () => {
    expect(stated("- **Time to repair**: 68h 0m")).toEqual([]);
    expect(stated("- **Time to repair**: 86h")).toEqual([
      { kind: "stated", weight: "warning", name: "mitigate", stated: 5160, derived: 4080, hours: false },
    ]);
  });

  test("are explained by support hours when they count those", () => {
    // Friday 15:00-17:00, Monday 10:00-11:00
    expect(stated("Time to repair: 3h (during support hours 10:00-17:00 M-F)")).toMatchObject([
      { weight: "note", hours: true },
    ]);
    expect(stated("Time to repair: 4h (during support hours 10:00-17:00 M-F)")).toMatchObject([{ weight: "warning" }]);
  });

  test.each([
    ["1d 5h 47m", 1787],
    ["5 hours 26 minutes", 326],
    ["64 minutes", 64],
    ["1,234 min", 1234],
    ["2 hours and 2 minutes", 122],
    ["1:20", 80],
    ["N/A", null],
    ["soon", null],
  ])("%s is %s minutes", (text, minutes) => expect(minutesOf(text)).toBe(minutes));
});

test("a row of a timeline that goes back is told, with the slip that would explain it", () => {
  const row = (id: string, at: string) => ({
    id,
    at: time(at),
    until: null,
    marker: "other" as const,
    who: "",
    text: "",
    starred: false,
    evidence: [],
  });
  const timeline = [row("e1", "2030-12-31T23:50"), row("e2", "2030-01-01T00:10"), row("e3", "2031-01-01T00:20")];
  expect(contradictionsOf({ ...about({}), timeline })).toMatchObject([
    { kind: "event-order", id: "e2", after: "e1", slip: "year" },
  ]);
});

const known = "../shared/data/incident-times.json";

describe.skipIf(!existsSync(known))("the known answers (skipped: ../shared/data is not here)", () => {
  const { incidents } = existsSync(known) ? JSON.parse(readFileSync(known, "utf8")) : { incidents: [] };

  test.each(incidents as Known[])("$file", (incident) => {
    const { fault, detected, declared, repaired, resolved, stated_text: texts } = incident;
    const times = timesOf({ started: fault, detected, declared, mitigated: repaired, resolved });
    const derived = Object.fromEntries(durationsOf({ ...about(times) }).map(({ name, minutes }) => [name, minutes]));
    expect(derived.mitigate ?? null).toBe(incident.computed_repair_min);
    expect(derived.resolve ?? null).toBe(incident.computed_resolve_min);

    const stated = (["mitigate", "resolve"] as const).flatMap((name, position): Stated[] => {
      const text = texts[position] ?? "";
      const minutes = minutesOf(text);
      return minutes === null ? [] : [{ name, minutes, hours: hoursOf(text), text }];
    });
    expect(stated.map(({ minutes }) => minutes)).toEqual(
      [incident.stated_repair_min, incident.stated_resolve_min].filter((one) => one !== null),
    );
    expect(contradictionsOf(about(times), stated).map(asWritten)).toEqual(
      incident.issues.map((issue) => issue.replaceAll(/ \(.*?\)/g, "")),
    );
  });
});

type Known = {
  file: string;
  fault: string | null;
  detected: string | null;
  declared: string | null;
  repaired: string | null;
  resolved: string | null;
  stated_text: (string | null)[];
  stated_repair_min: number | null;
  stated_resolve_min: number | null;
  computed_repair_min: number | null;
  computed_resolve_min: number | null;
  issues: string[];
};

const words = { mitigated: "repaired", mitigate: "repair" } as Record<string, string>;
const said = (name: string) => words[name] ?? name;

function asWritten(one: Contradiction) {
  if (one.kind === "order") return `${said(one.later)} is before ${said(one.earlier)}`;
  if (one.kind === "stated")
    return `stated time to ${said(one.name)} ${one.stated} min, timestamps give ${one.derived} min`;
  return one.kind;
}
