import type { EntryDocument } from "@/lib/entry/input";
import type { FuzzyTime, PostmortemDocument } from "@/lib/postmortem/input";
import { zeroOf } from "@/lib/postmortem/rules";
import { firstDay, sinceText } from "@/lib/relative/rules";
import { relativeText, type Zero } from "@/lib/sanitise/relative-text";
import { mapTexts } from "@/lib/sanitise/rules";

/** How far everything is shifted that was measured during the incident, in ms; null when it has no beginning. */
export function shiftOf(document: EntryDocument) {
  const zero = document.kind === "postmortem" ? zeroOf(document) : null;
  return zero === null ? null : firstDay - zero;
}

/** The document with its times counted from the beginning of the incident, so that nobody finds it by its date. */
export function relative(document: EntryDocument): EntryDocument {
  const zero = zeroWithClock(document);
  const said = mapTexts(document, (text) => relativeText(text, zero));
  if (said.kind === "recipe") return said;
  const shift = (time: FuzzyTime) => shifted(time, zero);
  return {
    ...said,
    zone: null,
    supportHours: null,
    times: mapTimes(said.times, shift),
    timeline: said.timeline.map((one) => ({ ...one, at: shift(one.at), until: one.until && shift(one.until) })),
    actions: said.actions.map((one) => ({ ...one, dueOn: null, doneOn: null })),
  };
}

function zeroWithClock(document: EntryDocument): Zero | null {
  const at = document.kind === "postmortem" ? zeroOf(document) : null;
  if (at === null || document.kind !== "postmortem") return null;
  const all = [...Object.values(document.times), ...document.timeline.map((one) => one.at)];
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(all.find((time) => time?.at)?.at ?? "") ?? [];
  return { at, offsetMinutes: sign ? (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0 };
}

function shifted(time: FuzzyTime, zero: Zero | null): FuzzyTime {
  if (!time.at || zero === null) return { ...time, at: null, text: "" };
  const instant = Date.parse(time.at);
  const inDays = time.precision === "day" || time.precision === "month";
  const at = new Date(firstDay + instant - zero.at).toISOString();
  return { ...time, at, text: sinceText(zero.at, instant, inDays) };
}

const mapTimes = (times: PostmortemDocument["times"], change: (time: FuzzyTime) => FuzzyTime) =>
  Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time && change(time)])) as typeof times;
