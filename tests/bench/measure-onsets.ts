import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadSeries, readSeries } from "@/lib/interop/series/read-series";
import { type Onset, onsetsOf } from "@/lib/series/rules";

/** Real series with known answers, kept beside the project and not in it. */
export const metricsFolder = join(import.meta.dirname, "../../../shared/data/incident-metrics");

export type Measured = { what: string; labelled: number; within: number; drawn: number; elsewhere: number };

/** Every labelled series of a folder; none where there is no such folder. */
export function measureOnsets(folder: string): Measured[] {
  return existsSync(folder) ? [...windows(join(folder, "nab")), ...symptoms(join(folder, "petshop"))] : [];
}

/** People marked windows in which a series is not as always: the onset is drawn at least partly within each. */
function windows(folder: string): Measured[] {
  const labels: Record<string, [string, string][]> = JSON.parse(read(folder, "anomaly-windows.json"));
  return csvIn(folder, ".csv").flatMap((file) => {
    const marked = (labels[file] ?? []).map(([from, to]) => [instant(from), instant(to)] as const);
    const onsets = seriesOf(folder, file).flatMap((series) => onsetsOf(series));
    const meets = ({ lo, hi }: Onset, [from, to]: readonly [number, number]) => (lo ?? hi) <= to && hi >= from;
    const within = marked.filter((window) => onsets.some((onset) => meets(onset, window))).length;
    const elsewhere = onsets.filter((onset) => !marked.some((window) => meets(onset, window))).length;
    return { what: file, labelled: marked.length, within, drawn: onsets.length, elsewhere };
  });
}

/** Somebody noted when the symptom was seen in one series: that instant lies between the two samples of an onset. */
function symptoms(folder: string): Measured[] {
  const quiet = new Map(csvIn(folder, "noissue-first60.csv").flatMap((file) => named(seriesOf(folder, file))));
  return csvIn(folder, "-metrics.csv").flatMap((file) => {
    const { target } = JSON.parse(read(folder, file.replace("metrics.csv", "target.json")));
    const series = new Map(named(seriesOf(folder, file))).get(`${target.node} ${target.metric} ${target.agg}`);
    return [quiet, new Map<string, ReadSeries>()].map((held) => {
      const onsets = series ? onsetsOf(series, held.get(series.name)) : [];
      const within = onsets.filter(
        ({ lo, hi }) => (lo ?? 0) < target.timestamp * 1_000 && hi >= target.timestamp * 1_000,
      );
      const what = `${file}, ${held.size > 0 ? "beside the quiet run" : "alone"}`;
      return {
        what,
        labelled: 1,
        within: within.length,
        drawn: onsets.length,
        elsewhere: onsets.length - within.length,
      };
    });
  });
}

const csvIn = (folder: string, end: string) => readdirSync(folder).filter((file) => file.endsWith(end));
const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const seriesOf = (folder: string, file: string) => readSeries(read(folder, file), { zone: "UTC", name: file }).series;
const named = (series: ReadSeries[]) => series.map((one) => [one.name, one] as const);
const instant = (text: string) => Date.parse(`${text.slice(0, 19).replace(" ", "T")}Z`);
