import type { Line } from "./lines";
import { stampAt } from "./stamp";

const names =
  /\b(?:timeline|time line|chronolog|chain of events|sequence of events|course of events|incident log|event log|what happened|key events|ablauf|zeitverlauf|zeitleiste|zeitlinie|zeitstrahl|tijdlijn|tijdslijn|tijdsverloop|cronolog|l[ií]nea (?:de tiempo|temporal)|d[ée]roul[ée])/i;

/** Only what is called a timeline; `what happened` counts where it has times. */
export const isTimeline = (title: string) => names.test(title);

/** The parts of a text that are headed as its timeline, each to the next heading that is no longer part of it. */
export function timelineAreas(lines: readonly Line[]): Line[][] {
  const areas: Line[][] = [];
  let level = 0;
  for (const line of lines) {
    const ends = line.kind === "heading" && line.level <= level && !stampAt(line.text);
    if (ends) level = 0;
    if (level > 0) areas.at(-1)?.push(line);
    if (level === 0 && isHead(line)) {
      level = line.kind === "heading" ? line.level : 6;
      areas.push([]);
    }
  }
  return areas;
}

const bold = /^(?:\*\*|__)[^*_]{3,60}(?:\*\*|__):?$|^[A-Z][\w ]{2,40}:$/;

/** A heading, or a line of its own that stands for one. */
const isHead = ({ kind, text, quoted }: Line) =>
  !quoted && isTimeline(text) && text.length < 120 && (kind === "heading" || (kind === "text" && bold.test(text)));
