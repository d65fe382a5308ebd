import type { z } from "zod";
import type { factorsInput, timelineInput, timesInput } from "@/lib/incident/input";
import { firstDay, typedTime, typedZone } from "@/lib/incident/typed-time";
import { type FuzzyTime, moments, type PostmortemDocument } from "@/lib/postmortem/input";
import { freshKey, inOrder, isWebLink, type TimelineEvent } from "@/lib/postmortem/rules";

type TypedTimes = z.output<typeof timesInput>;
type TypedEvent = z.output<typeof timelineInput>["timeline"][number];
type TypedFactor = z.output<typeof factorsInput>["factors"][number];

/** What the form about times says of a post-mortem. */
export function timesTyped(
  typed: TypedTimes,
  { times: before, timeline }: PostmortemDocument,
): Partial<PostmortemDocument> {
  const zone = typedZone(typed.zone);
  const day = firstDay([...Object.values(before), ...timeline.map(({ at }) => at)]);
  const times = moments.flatMap((moment) => {
    const time = typedTime(typed[moment], before[moment], zone, day);
    return time ? [[moment, time] as const] : [];
  });
  const { severity, severityLabel, detection } = typed;
  return {
    times: Object.fromEntries(times),
    zone,
    severity,
    severityLabel,
    detection,
    supportHours: hoursTyped(typed),
  };
}

const days = { none: [], weekdays: [1, 2, 3, 4, 5], "every-day": [1, 2, 3, 4, 5, 6, 7] };

function hoursTyped({ supportDays, supportFrom, supportTo }: TypedTimes) {
  if (supportDays === "none" || !supportFrom || !supportTo) return null;
  return { days: days[supportDays], from: supportFrom, to: supportTo };
}

/** Rows with an id each. */
export function withKeys<T extends { id: string }>(rows: readonly T[], prefix: string): T[] {
  const keyed: T[] = [];
  for (const row of rows) keyed.push(row.id ? row : { ...row, id: freshKey([...rows, ...keyed], prefix) });
  return keyed;
}

/** A time without its day is of the day of the row above it. */
export function timelineRows(
  typed: readonly TypedEvent[],
  { timeline, zone, times }: PostmortemDocument,
): TimelineEvent[] {
  const all = [...typed, ...timeline.filter(({ id }) => !typed.some((row) => row.id === id))];
  let day = firstDay([...Object.values(times), ...timeline.map(({ at }) => at)]);
  const keyed = withKeys(all as { id: string }[], "e").slice(0, typed.length);
  return typed.map(({ link, at, until, ...row }, position) => {
    const before = timeline.find(({ id }) => id === row.id);
    const read = typedTime(at, before?.at, zone, day) ?? nowhere;
    day = read.at?.slice(0, 10) ?? day;
    const held = before?.evidence ?? [];
    const shown = link.map((ref) => held.find((one) => isWebLink(one) && one.ref === ref) ?? linkTo(ref));
    const evidence = [...shown, ...held.filter((one) => !isWebLink(one))].slice(0, 20);
    return {
      ...row,
      id: keyed[position]?.id ?? "",
      at: read,
      until: typedTime(until, before?.until, zone, day),
      evidence,
    };
  });
}

const nowhere: FuzzyTime = { at: null, precision: "unknown", bound: "exact", text: "" };

const linkTo = (ref: string) => ({ kind: "link" as const, ref, text: "" });

/** Puts rows where they were, new ones behind them, and all in the order of their times. */
export function rowsInOrder(
  before: readonly TimelineEvent[],
  rows: readonly TimelineEvent[],
  gone: ReadonlySet<string>,
) {
  const kept = before.filter(({ id }) => !gone.has(id)).map((event) => rows.find(({ id }) => id === event.id) ?? event);
  const fresh = rows.filter(({ id }) => !before.some((event) => event.id === id));
  return inOrder([...kept, ...fresh]);
}

/** The form names the rows of the timeline by their numbers, as it shows them. */
export function factorRows(typed: readonly TypedFactor[], { factors, timeline }: PostmortemDocument) {
  const shown = inOrder(timeline);
  return withKeys(typed, "f").map(({ events, ...row }) => ({
    ...row,
    events: [...new Set((events.match(/\d+/g) ?? []).flatMap((number) => shown[Number(number) - 1]?.id ?? []))].slice(
      0,
      50,
    ),
    evidence: factors.find(({ id }) => id === row.id)?.evidence ?? [],
  }));
}
