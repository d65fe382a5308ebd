import { type FoundEvent, found } from "./found-event";
import type { Line } from "./lines";
import { type Stamp, stampAt } from "./stamp";
import { weekdayAt } from "./written-date";
import { zonesIn } from "./zone";

const timeHead =
  /\b(?:time|timestamp|date|day|when|start(?:ed)?|at|utc|zeit|uhrzeit|datum|wann|tijd|wanneer|heure|quand|hora|fecha|cu[áa]ndo)\b/i;
const otherDate = /\b(?:due|target|deadline|closed|duration|zone)\b/i;
const whoHead = /^(?:who|by|actor|person|people|name|user|owner|responder|author|wer|wie|qui|qui[ée]n)\b/i;
const rule = /^:?-{1,}:?$/;

/** Rows of a table that has a column of times; `lenient` takes any that has times in its cells. */
export function eventsOfTable(rows: readonly Line[], lenient: boolean, americans: boolean): FoundEvent[] {
  const ruled = rows.findIndex(({ cells }) => cells.length > 0 && cells.every((cell) => rule.test(cell)));
  const head = ruled > 0 ? (rows[ruled - 1]?.cells ?? []) : [];
  const body = rows.slice(ruled + 1).map(({ cells }) => cells);
  const when = timeColumns(head, body, lenient, americans);
  if (!when.length) return [];
  const who = head.findIndex((cell, column) => !when.includes(column) && whoHead.test(plain(cell)));
  const mute = columnsOf(body).filter((column) => isWeekdays(body, column));
  const ofAll = zonesIn(when.map((column) => head[column]).join(" "))[0]?.zone ?? null;
  return body.flatMap((cells) => {
    const event = eventOfRow(cells, { when, who, mute }, americans);
    return event ? [{ ...event, stamp: { ...event.stamp, zone: event.stamp.zone ?? ofAll } }] : [];
  });
}

const plain = (cell: string) => cell.replaceAll(/[*_`]/g, "").trim();

function timeColumns(head: string[], body: string[][], lenient: boolean, americans: boolean) {
  const columns = columnsOf(body);
  const filled = columns.filter((column) => isFilled(body, column, americans));
  const named = columns.filter((column) => isTimeHead(head[column] ?? ""));
  const both = filled.filter((column) => named.includes(column)).slice(0, 2);
  if (both.length) return both;
  return lenient || head.length === 0 ? filled.slice(0, 1) : [];
}

const columnsOf = (body: string[][]) =>
  Array.from({ length: Math.max(0, ...body.map((cells) => cells.length)) }, (_, column) => column);

/** Beside a date its weekday says nothing. */
function isWeekdays(body: string[][], column: number) {
  const cells = body.map((row) => plain(row[column] ?? "")).filter(Boolean);
  return cells.length > 0 && cells.every((cell) => weekdayAt(cell, 0)?.length === cell.length);
}

const isTimeHead = (cell: string) => timeHead.test(cell) && !otherDate.test(cell) && !/\d{1,2}:\d/.test(cell);

/** Half of what stands there are times. */
function isFilled(body: string[][], column: number, americans: boolean) {
  const cells = body.map((row) => row[column] ?? "").filter(Boolean);
  const times = cells.filter((cell) => isWhole(stampAt(cell, americans), cell));
  return times.length > 0 && times.length * 2 >= cells.length;
}

const isWhole = (stamp: Stamp | null, cell: string) => stamp !== null && cell.length - stamp.end < 20;

type Columns = { when: number[]; who: number; mute: number[] };

function eventOfRow(cells: string[], { when, who, mute }: Columns, americans: boolean): FoundEvent | null {
  const time = when.map((column) => cells[column] ?? "").join(" ");
  const apart = [...when, ...mute, who];
  const text = cells.filter((cell, column) => cell && !apart.includes(column)).join(" — ");
  // a row that was never filled in
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const stamp = stampAt(time, americans) ?? unknown(time.trim());
  return found("table", stamp, text, plain(cells[who] ?? ""));
}

const unknown = (text: string): Stamp => ({
  ...{ date: null, weekday: null, clock: null, zone: null, daysLater: null, since: null, bound: "exact", until: null },
  ...{ blank: true, text, end: text.length },
});
