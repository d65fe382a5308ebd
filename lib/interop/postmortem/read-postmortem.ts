import { DateTime } from "luxon";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import type { TimelineEvent } from "@/lib/postmortem/rules";
import { choose } from "./choose";
import { daySaid, homeSaid } from "./day-said";
import type { FoundEvent, Style } from "./found-event";
import { type Labelled, labelledTimes } from "./labels";
import { type Line, linesOf } from "./lines";
import { guessMarker } from "./marker-guess";
import { momentOf } from "./moment-label";
import { type Carried, carry, settle } from "./settle";
import { writesMonthFirst } from "./written-date";
import { zoneOfAll } from "./zone";

export type ReadPostmortem = {
  timeline: TimelineEvent[];
  /** How most of the timeline was written; null where none was found. */
  style: Style | null;
  times: PostmortemDocument["times"];
  /** By whose clock, if it says. */
  zone: string | null;
};

type Known = {
  /** Where it says none. Without it, a time is kept as if it were UTC, and `zone` stays null. */
  zone?: string | null;
  /** The day on which it begins, ISO, where the text names none. */
  day?: string | null;
  /** Of the file: some carry the day. */
  name?: string;
  /** As it stood above the text. */
  frontMatter?: string;
};

const mostText = 1_000_000;
const mostEvents = 2_000;

/** Finds the timeline and the times of an incident in what somebody wrote, whichever way they wrote it. */
export function readPostmortem(markdown: string, known: Known = {}): ReadPostmortem {
  const text = markdown.slice(0, mostText);
  const lines = linesOf(text);
  const above = linesOf(known.frontMatter ?? "");
  const americans = writesMonthFirst(text);
  const { events, style } = choose(lines, americans);
  const labels = labelledTimes([...above, ...lines], americans);
  const zone = zoneOf(lines, events, labels) ?? known.zone ?? null;
  const written = { zone, americans };
  const first = labels.find(({ moment }) => moment === "started")?.stamp.date ?? null;
  const begin = carry(zone ?? "UTC", daySaid(lines, { ...known, first }, written));
  const labelled = timesOf(labels, begin);
  const home = homeSaid(lines, written);
  const settled = settleAll(events, {
    ...begin,
    home,
    patience: style === "prose" ? 16 * 60 : undefined,
    zero: instant(labelled.started),
  });
  const timeline = style === "labels" || style === "prose" ? byTime(settled) : settled;
  return { timeline, style, times: { ...timesSaid(timeline), ...labelled }, zone };
}

/** A story and a list of labels jump about in time: their events do not. */
function byTime(timeline: TimelineEvent[]) {
  const known = timeline.every(({ at }) => at.at !== null);
  const sorted = known ? timeline.toSorted((a, b) => Date.parse(a.at.at ?? "") - Date.parse(b.at.at ?? "")) : timeline;
  return sorted.map((event, position) => ({ ...event, id: `e${position + 1}` }));
}

/** What it says of all its times, or the zone that its times say when they say only one. */
function zoneOf(lines: readonly Line[], events: readonly FoundEvent[], labels: readonly Labelled[]) {
  const stamps = [...events, ...labels].map(({ stamp }) => stamp).filter(({ zone }) => zone !== null);
  const own = new Set(stamps.map(({ zone }) => zone));
  const only = own.size === 1 ? ([...own][0] ?? null) : null;
  // what two times say themselves, a word in passing does not overrule
  return (
    zoneOfAll(said(lines, ofAll)) ?? (stamps.length > 1 ? only : null) ?? zoneOfAll(said(lines, inPassing)) ?? only
  );
}

const ofAll =
  /\b(?:all|alle|toutes les|todas las) (?:dates|times|timestamps|zeiten|tijden|heures|horas)\b|^\W*\(?times?\b|\| *[\w ]*(?:time|date)/i;
const inPassing = /^\W*(?:duration|durée|duur|dauer|duración)\b|\btimes? ?(?:zone|are|is|in)\b/i;

/** Such lines, each with the one below it where a sentence goes on there. */
const said = (lines: readonly Line[], pattern: RegExp) =>
  lines
    .flatMap(({ kind, text }, at) => {
      if (kind === "code" || text.length > 300 || !pattern.test(text)) return [];
      const next = lines[at + 1];
      return [kind === "text" && next?.kind === "text" && !/[.:]$/.test(text) ? `${text} ${next.text}` : text];
    })
    .join("\n");

function timesOf(labels: readonly Labelled[], begin: Carried): ReadPostmortem["times"] {
  const times = labels.map(({ moment, stamp }) => [moment, settle(stamp, begin).at] as const);
  return Object.fromEntries(times.filter(([, { at, text }]) => at !== null || text !== ""));
}

function settleAll(events: readonly FoundEvent[], begin: Carried): TimelineEvent[] {
  const timeline: TimelineEvent[] = [];
  let carried = begin;
  for (const { stamp, header, text, who } of events.slice(0, 2 * mostEvents)) {
    const settled = settle(stamp, carried);
    carried = settled.carried;
    const said = text.join("\n").trim().slice(0, 20_000);
    if (header || timeline.length === mostEvents) continue;
    const { at, until } = settled;
    timeline.push({
      id: `e${timeline.length + 1}`,
      at,
      until,
      marker: guessMarker(said),
      who,
      text: said,
      starred: false,
      evidence: [],
    });
  }
  return timeline;
}

/** `Incident declared` as a row of the timeline is a time of the incident. */
function timesSaid(timeline: readonly TimelineEvent[]): ReadPostmortem["times"] {
  const said = timeline.flatMap(({ at, text }) => {
    const moment = /^incident\b/i.test(text) ? momentOf(text) : null;
    return moment && at.at ? [[moment, { ...at, text: at.text }] as const] : [];
  });
  return Object.fromEntries(said.reverse());
}

const instant = (time: ReadPostmortem["times"]["started"]) =>
  time?.at ? DateTime.fromISO(time.at, { setZone: true }) : null;
