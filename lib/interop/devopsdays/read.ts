import { join, sep } from "node:path";
import { withoutMergeMarkers, withoutTabs } from "./clean";
import { readOffset } from "./dates";
import { daysOf, type Span, widened } from "./days";
import { mendTimes } from "./ends";
import { type Entry, entryOf, settleKinds } from "./entries";
import { locate, readLines, type Sources } from "./files";
import { mendHalves } from "./halves";
import { type Header, headerOf } from "./header";
import { spreadIgnites } from "./ignites";
import { keyed } from "./keys";
import { readYaml } from "./lenient-yaml";
import { Finder } from "./match";
import { reportOverlaps, reportSlots } from "./overlap";
import { readSpeakers, readTalks, type Speaker } from "./pages";
import { type Finding, Report, type Where } from "./report";
import { fieldsOf, listsOf, oneOfEach, type Row } from "./rows";
import { linkSpeakers } from "./speakers";
import { type Timed, timedRows } from "./timed";
import { mendDays, reportOrder } from "./wrong-day";
import { type Proposal, proposeZone } from "./zone";

export type { Entry } from "./entries";

/** An event as its files tell it: all times are its own local times; the zone is a proposal. */
export type Reading = {
  event: { slug: string; name: string; place: string } & Span;
  /** Whether the files say when it is. */
  dated: boolean;
  zone: Proposal | null;
  /** Where the files say when and where it is. */
  at: Where;
  days: string[];
  entries: Entry[];
  speakers: Speaker[];
  repairs: Finding[];
  doubts: Finding[];
};

/**
 * Reads a DevOpsDays event of the years since 2017 from a folder of its website's repository. Lenient: it never
 * throws for what stands in the files and drops no entry; every change is a repair, every question a doubt.
 * Throws `NoSuchFolder` when there is nothing to read.
 */
export function readDevopsdays(folder: string, event?: string): Reading {
  const report = new Report();
  const sources = locate(folder, event);
  const data = readData(sources, report);
  const header = headerOf(sources.slug, data, report);
  const rows = oneOfEach(
    data.flatMap(({ lists }) => lists),
    report,
  );
  const timed = timetable(rows, header, report);
  const talks = readTalks(sources, report);
  const days = [...new Set(timed.map(({ day }) => day))].sort();
  const span = widened(header.span, days, header.at, report);
  const entries = keyed(entriesOf(timed, talks, span.startsOn, report));
  return {
    event: { slug: sources.slug, name: header.name, place: header.place, ...span },
    zone: zoneOf(header, sources.slug, rows, span.startsOn),
    at: header.at,
    dated: header.span !== null,
    days,
    ...linkSpeakers(entries, talks, readSpeakers(sources, report), report),
    repairs: report.repairs,
    doubts: report.doubts,
  };
}

function zoneOf(header: Header, slug: string, rows: Row[], on: string) {
  const offset = rows.map(({ date }) => readOffset(date)).find((hours) => hours !== null) ?? null;
  const names = [header.city, slug.replace(/^\d{4}-/, ""), header.place];
  return proposeZone({ ...header, offset: header.offset ?? offset, names, on });
}

function readData({ root, data }: Sources, report: Report) {
  return data.map((path) => {
    const file = path.split(sep).join("/");
    const whole = withoutMergeMarkers(readLines(root, join(path), report), file, report);
    const lined = readYaml(withoutTabs(whole, file, report), file, report);
    return { file, fields: fieldsOf(lined), lists: listsOf(file, lined, report) };
  });
}

function timetable(rows: Row[], { span, at }: Header, report: Report): Timed[] {
  if (rows.length === 0) report.doubt(at, "there is no programme: no days, no slots");
  const programme = rows.filter(({ list }) => list === "program");
  const ignites = rows.filter(({ list }) => list === "ignites");
  const read = (some: Row[]) => timedRows(some, daysOf(some, span, report), report);
  const halved = mendHalves(mendDays(read(programme), report), report);
  reportOrder(halved, report);
  const timed = settleKinds(mendTimes(halved, report), report);
  reportOverlaps(timed, report);
  reportSlots(timed, report);
  return [...timed, ...spreadIgnites(timedIgnites(read(ignites), report), timed, report)];
}

/** Ignites mostly have no times of their own; those that do are mended like any row. */
function timedIgnites(ignites: Timed[], report: Report) {
  const own = mendTimes(
    mendHalves(
      ignites.filter(({ start }) => start !== null),
      report,
    ),
    report,
  );
  const byRow = new Map(own.map((timed) => [timed.row, timed]));
  return ignites.map((timed) => byRow.get(timed.row) ?? timed);
}

type Unkeyed = Omit<Entry, "key">;

function entriesOf(timed: Timed[], talks: ReturnType<typeof readTalks>, firstDay: string, report: Report) {
  const finder = new Finder(talks);
  const entries = timed.map((row) => entryOf(row, finder, report));
  const scheduled = new Set(entries.map(({ slug }) => slug));
  const unscheduled = talks.flatMap((talk): Unkeyed[] => {
    if (scheduled.has(talk.slug)) return [];
    report.doubt({ file: talk.file, line: 1 }, `"${talk.title}" is not in the programme: kept without a time`);
    return [{ ...talk, ...unplaced(talk.type), line: 1, comments: "", url: null, day: firstDay }];
  });
  return [...entries, ...unscheduled];
}

const unplaced = (type: string) => ({
  said: null,
  kind: type === "ignite" || type === "workshop" ? (type as "ignite" | "workshop") : ("talk" as const),
  slot: false,
  startsAt: null,
  endsAt: null,
});
