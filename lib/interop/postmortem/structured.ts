import { type FoundEvent, found, tidy } from "./found-event";
import type { Line } from "./lines";
import { type Stamp, stampAt } from "./stamp";
import { eventsOfTable } from "./table";

export type Manner = {
  /** Of 3/4/2030 the month comes first. */
  americans: boolean;
  /** It is headed as a timeline: there a day alone is a time too. */
  headed: boolean;
};

type Walk = Manner & {
  lines: readonly Line[];
  events: FoundEvent[];
  /** What the next lines still belong to. */
  open: { event: FoundEvent; heading: boolean; indent: number } | null;
};

/** Events that stand as rows of a table, headings, items of a list or lines that begin with their time. */
export function eventsOf(lines: readonly Line[], manner: Manner): FoundEvent[] {
  const walk: Walk = { ...manner, lines, events: [], open: null };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line?.kind === "row") at += takeTable(walk, at) - 1;
    else if (line) takeLine(walk, line, at);
  }
  return walk.events;
}

function takeTable(walk: Walk, from: number) {
  const length = walk.lines.slice(from).findIndex(({ kind }) => kind !== "row");
  const rows = walk.lines.slice(from, length < 0 ? undefined : from + length);
  walk.events.push(...eventsOfTable(rows, walk.headed, walk.americans));
  walk.open = null;
  return rows.length;
}

function takeLine(walk: Walk, line: Line, at: number) {
  if (line.kind === "blank" || line.kind === "code" || line.quoted) return append(walk, line);
  const stamp = stampAt(line.text, walk.americans);
  if (line.kind === "heading") return takeHeading(walk, line, stamp, at);
  if (!stamp || !isEvent(walk, line, stamp, at)) return append(walk, line);
  const text = tidy(line.text.slice(stamp.end));
  const timeless = stamp.clock === null && stamp.since === null && !stamp.blank;
  const header = timeless && (text === "" ? !goesOn(walk, at) : ofAllTimes.test(text));
  const event = found(line.kind === "item" ? "bullets" : "lines", stamp, text, "", header);
  walk.events.push(event);
  walk.open = { event, heading: false, indent: line.level };
}

/** Whether words without a time of their own follow further in: then the day above them is that of an event. */
function goesOn({ lines, americans }: Walk, at: number) {
  const next = lines.slice(at + 1, at + 4).find(({ kind }) => kind !== "blank");
  // a paragraph of a day and what happened
  const [here, below] = [lines[at], lines[at + 1]];
  if (here?.kind === "text" && below?.kind === "text") return !isClock(below, americans) && !isDay(below, americans);
  const isFurther = next !== undefined && next.level > (lines[at]?.level ?? 0) && next.kind !== "heading";
  return isFurther && !(next.kind === "row" || isClock(next, americans));
}

const ofAllTimes = /^\W*(?:all )?times?\b.{0,40}$/i;

function takeHeading(walk: Walk, line: Line, stamp: Stamp | null, at: number) {
  const timed = stamp !== null && (stamp.clock !== null || stamp.since !== null || walk.headed);
  walk.open = null;
  if (!timed) return;
  const header = stamp.clock === null && stamp.since === null && hasClocks(walk, at, line.level);
  const event = found("headings", stamp, tidy(line.text.slice(stamp.end)), "", header);
  walk.events.push(event);
  walk.open = { event, heading: true, indent: 0 };
}

/** Whether times of day follow below a heading that is only a day. */
function hasClocks({ lines, americans }: Walk, at: number, level: number) {
  const below = lines.slice(at + 1);
  const end = below.findIndex((line) => line.kind === "heading" && line.level < level);
  return below.slice(0, end < 0 ? undefined : end).some((line, position, all) => {
    const sibling = all
      .slice(0, position + 1)
      .some((one) => one.kind === "heading" && one.level === level && isDay(one, americans));
    return !sibling && isClock(line, americans);
  });
}

const isDay = ({ text }: Line, americans: boolean) => stampAt(text, americans)?.date != null;

function isClock({ kind, text, cells }: Line, americans: boolean) {
  if (kind === "code" || kind === "blank") return false;
  return [kind === "row" ? "" : text, ...cells.slice(0, 2)].some((one) => stampAt(one, americans)?.clock != null);
}

const preposition =
  /^\W{0,4}(?:at|on|by|since|from|after|before|until|around|about|approximately|in|um|am|vers|om|op|el|le)\s/i;
// a paragraph that begins with a day tells a story
const spoken = /^(?:,|(?:the|we|our|a|an|i|it|this|is|was|were|and|to|of|in)\s)/i;

/** The line before it broke off in the middle of a sentence, in a paragraph that does not begin with a time. */
function isWithin({ lines, americans }: Walk, at: number) {
  const before = lines[at - 1];
  if (before?.kind !== "text" || /[.:!?)"”*\]]$/.test(before.text)) return false;
  const above = lines.slice(Math.max(0, at - 40), at);
  const first = above[above.findLastIndex(({ kind }) => kind !== "text") + 1]?.text ?? "";
  return preposition.test(first) || stampAt(first, americans) === null;
}

function isEvent(walk: Walk, { kind, text }: Line, stamp: Stamp, at: number) {
  const inHeading = walk.open?.heading === true && !walk.open.event.header;
  if (inHeading || (kind === "text" && preposition.test(text))) return false;
  const rest = text.slice(stamp.end);
  if (kind === "text" && !walk.headed && isWithin(walk, at)) return false;
  if (stamp.clock?.hour != null || stamp.since !== null) return walk.headed || isLoose(kind, rest);
  if (stamp.clock !== null) return true;
  if (stamp.blank && !stamp.date) return walk.headed && text.startsWith("[");
  if (stamp.date === null) return false;
  // a dash between them says that it does not
  const told = kind === "text" && spoken.test(rest) && !/[-–—:|>]\s*[*_]*\s*$/.test(text.slice(0, stamp.end));
  return walk.headed ? !told : rest === "";
}

// `1. 5:30 pm` alone may be an hour of opening: what happened says what
const isLoose = (kind: Line["kind"], rest: string) => kind === "item" || rest.length > 1;

function append({ open }: Walk, line: Line) {
  if (!open || open.event.header) return;
  const indented = line.level > open.indent || (open.event.style === "lines" && line.kind === "text");
  const belongs = open.heading || (indented && line.kind !== "blank" && line.kind !== "code");
  if (belongs)
    open.event.text.push(
      line.kind === "item" ? `${" ".repeat(open.heading ? line.level : 0)}- ${line.text}` : line.text,
    );
}
