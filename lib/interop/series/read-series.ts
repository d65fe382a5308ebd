import type { Clock } from "./clock";
import { instantOf } from "./clock";
import { beginsWithDay, type Layout, layoutOf } from "./columns";
import { inOneUnit, isAbsent, type Measured, measured } from "./number";
import { fromPrometheus } from "./prometheus";
import { tableOf } from "./table";

/** Numbers over time: `at` in ms since 1970, ascending, each once. What was not measured is not there. */
export type ReadSeries = { name: string; unit: string; at: number[]; vals: number[] };
/** What a reader should look at: times without a zone, dates that read two ways, times that stood there twice. */
export type Doubt = "no-zone" | "day-or-month" | "repeated";
export type SeriesFile = { series: ReadSeries[]; doubts: Doubt[] };

type Reading = { zone: string; day?: string | undefined; name?: string };

/**
 * Reads a table of numbers over time in whatever way a monitoring tool wrote it: one column per series under one or several
 * rows of names, one row per sample with words that tell series apart, Prometheus' JSON. Times in ISO, with names of months,
 * in numbers, or since 1970 in s, ms, µs or ns. `zone` holds where a time says none. Finds nothing in what is no such table.
 */
export function readSeries(text: string, { zone, day, name = "" }: Reading): SeriesFile {
  const asked = fromPrometheus(text);
  if (asked) return finished(asked, []);
  const { rows, decimalComma } = tableOf(text);
  const firstDay = beginsWithDay(rows.flatMap((row) => row.slice(0, 6)));
  const clock = { zone, day, dayFirst: firstDay ?? true };
  const layout = layoutOf(rows, clock);
  if (!layout) return { series: [], doubts: [] };
  const doubts: Doubt[] = [
    ...(hasZone(layout) ? [] : (["no-zone"] as const)),
    ...(firstDay === null ? (["day-or-month"] as const) : []),
  ];
  return finished(collected(layout, { clock, decimalComma, name }), doubts);
}

type Sample = Measured & { at: number };
export type Collected = Map<string, { unit: string; samples: Sample[] }>;

function collected(
  layout: Layout,
  { clock, decimalComma, name }: { clock: Clock; decimalComma: boolean; name: string },
) {
  const found: Collected = new Map();
  const names = new Map(layout.values.map((column) => [column, nameOf(layout, column, name)]));
  for (const row of layout.body) {
    const at = instantOf(whenOf(row, layout), clock);
    if (at === null) continue;
    const said = layout.labels.map((column) => row[column] ?? "").filter(Boolean);
    const unit = layout.unit === null ? "" : (row[layout.unit] ?? "");
    const samples = layout.values.flatMap((column) => {
      const cell = row[column] ?? "";
      const sample = isAbsent(cell) ? null : measured(cell, decimalComma);
      return sample ? [{ ...sample, at, name: labelled(said, names.get(column) ?? "", layout) }] : [];
    });
    for (const { name: called, ...sample } of samples) put(found, { name: called, unit }, sample);
  }
  return found;
}

function put(found: Collected, { name, unit }: { name: string; unit: string }, sample: Sample) {
  const series = found.get(name) ?? { unit, samples: [] };
  series.samples.push(sample);
  found.set(name, series);
}

const whenOf = (row: string[], { time, timeOfDay }: Layout) =>
  timeOfDay === null ? (row[time] ?? "") : `${row[time]} ${row[timeOfDay]}`;

const generic = /^(values?|y|data|wert|valeur|waarde|valor)$/i;

/** What stands above a column, from top to bottom; a file's own name for a column that is only called "value". */
function nameOf({ head, values }: Layout, column: number, file: string) {
  const said = [...new Set(head.map((row) => row[column] ?? "").filter(Boolean))].join(" ");
  if (said === "" || generic.test(said)) return file || said || `${values.indexOf(column) + 1}`;
  return said;
}

function labelled(said: string[], column: string, { values }: Layout) {
  return [...said, ...(said.length === 0 || values.length > 1 ? [column] : [])].join(" ").slice(0, 300);
}

const hasZone = ({ body, time }: Layout) =>
  body.slice(0, 20).every((row) => /^\d{9,}(\.\d+)?$|(Z|UTC|GMT|[+-]\d\d:?\d\d)\W*$/i.test(row[time] ?? ""));

function finished(found: Collected, doubts: Doubt[]): SeriesFile {
  let repeated = false;
  const series = [...found].map(([name, { unit, samples }]): ReadSeries => {
    const { unit: suffix, values } = inOneUnit(samples);
    // of two at the same time the later one stands
    const byTime = new Map(samples.map(({ at }, place) => [at, values[place] ?? 0]));
    repeated ||= byTime.size < samples.length;
    const sorted = [...byTime].sort(([a], [b]) => a - b);
    return { name, unit: unit || suffix, at: sorted.map(([at]) => at), vals: sorted.map(([, value]) => value) };
  });
  return { series, doubts: repeated ? [...doubts, "repeated"] : doubts };
}
