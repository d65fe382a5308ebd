import type { Moment } from "@/lib/postmortem/input";
import type { Line } from "./lines";
import { momentOf } from "./moment-label";
import { type Stamp, stampAt } from "./stamp";

export type Labelled = { moment: Moment; stamp: Stamp; label: string };

/** `First detected: 2030-03-02 10:15`, `| Start Time | 10:15 |`, `resolved_at: …`: first word wins for each moment. */
export function labelledTimes(lines: readonly Line[], americans: boolean): Labelled[] {
  const found = new Map<Moment, Labelled>();
  for (const one of lines.flatMap((line) => labelledIn(line, americans)))
    if (!found.has(one.moment)) found.set(one.moment, one);
  return [...found.values()];
}

function labelledIn({ kind, text, cells }: Line, americans: boolean): Labelled[] {
  if (kind === "row") return cells.flatMap((cell, column) => labelled(cell, cells[column + 1] ?? "", americans));
  if ((kind !== "item" && kind !== "text") || text.length > 200) return [];
  const [first] = splits(text).flatMap(([label, value]) => labelled(label, value, americans));
  return first ? [first] : [];
}

/** Where a label may end: at its colon, or behind any of its first words. */
function splits(text: string): [string, string][] {
  const colon = /^([^:|]{3,60}?)(?:\*\*|__)?\s*[:|](?:\*\*|__)?\s*(\D{0,6}\d.*|[A-Z].*)$/.exec(text);
  const words = text.split(/\s+/, 9);
  const spaced = words.slice(1).map((_, count): [string, string] => [
    words.slice(0, count + 1).join(" "),
    text
      .split(/\s+/)
      .slice(count + 1)
      .join(" "),
  ]);
  return colon ? [[colon[1] ?? "", colon[2] ?? ""], ...spaced] : spaced;
}

function labelled(label: string, value: string, americans: boolean): Labelled[] {
  const moment = value && momentOf(label);
  const stamp = moment ? stampAt(value, americans) : null;
  const told = stamp && (stamp.date !== null || stamp.clock !== null) && value.length - stamp.end < 24;
  return moment && stamp && told ? [{ moment, stamp, label: label.replaceAll(/[*_]/g, "").trim() }] : [];
}
