import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReadSeries, readSeries } from "@/lib/interop/series/read-series";
import { type Onset, onsetsOf } from "@/lib/onset/rules";
import { type Samples, usualStep } from "@/lib/series/rules";

/** Real series with known answers, kept beside the project and not in it. */
export const metricsFolder = join(import.meta.dirname, "../../../shared/data/incident-metrics");

/** Labels of a kind of series, and how many of them a drawn onset meets; of all onsets drawn, how many meet none. */
export type Measured = {
  what: string;
  labelled: number;
  within: number;
  /** The same where a sample also stands for the time until the next one. */
  withinPeriod: number;
  drawn: number;
  elsewhere: number;
};
/** Series in which nothing was wrong, and in how many of them an onset is drawn all the same. */
export type Quiet = { what: string; series: number; drawnIn: number };

/** Every labelled series of a folder; none where there is no such folder. */
export function measureOnsets(folder: string): Measured[] {
  return existsSync(folder) ? [...windows(join(folder, "nab")), ...symptoms(join(folder, "petshop"))] : [];
}

/** People marked windows in which a series is not as always: the onset is drawn at least partly within each. */
function windows(folder: string): Measured[] {
  const labels: Record<string, [string, string][]> = JSON.parse(read(folder, "anomaly-windows.json"));
  return filesIn(folder, ".csv").flatMap((file) => {
    const marked = (labels[file] ?? []).map(([from, to]) => [instant(from), instant(to)] as const);
    const onsets = seriesOf(folder, file).flatMap((series) => onsetsOf(series));
    const meets = ({ lo, hi }: Onset, [from, to]: readonly [number, number]) => (lo ?? hi) <= to && hi >= from;
    const within = marked.filter((window) => onsets.some((onset) => meets(onset, window))).length;
    const elsewhere = onsets.filter((onset) => !marked.some((window) => meets(onset, window))).length;
    return { what: file, labelled: marked.length, within, withinPeriod: within, drawn: onsets.length, elsewhere };
  });
}

/** Somebody noted when the symptom was seen in one series: that instant lies between the two samples of an onset. */
function symptoms(folder: string): Measured[] {
  return filesIn(folder, "-metrics.csv").flatMap((file) => {
    const { target } = JSON.parse(read(folder, file.replace("metrics.csv", "target.json")));
    const series = namedIn(folder, file).get(`${target.node} ${target.metric} ${target.agg}`);
    const quiet = quietBeside(folder, file);
    const seen = (how: string, held: ReadSeries | undefined): Measured => {
      const onsets = series ? onsetsOf(series, held) : [];
      const holds = (period: number) =>
        onsets.filter(({ lo, hi }) => (lo ?? 0) < target.timestamp * 1_000 && hi + period >= target.timestamp * 1_000);
      const [within, withinPeriod] = [holds(0).length, holds((usualStep(series ?? { at: [] }) ?? 0) * 1_000).length];
      const found = { within: Math.min(within, 1), withinPeriod: Math.min(withinPeriod, 1) };
      return {
        what: `${file}, ${how}`,
        labelled: 1,
        ...found,
        drawn: onsets.length,
        elsewhere: onsets.length - withinPeriod,
      };
    };
    const alone = seen("alone", undefined);
    return quiet ? [seen("beside the quiet run", quiet.get(series?.name ?? "")), alone] : [alone];
  });
}

/** Each series of the quiet runs of a folder by itself, and what followed it in pieces as long as an incident beside it. */
export function measureQuiet(folder: string, piece = 5): Quiet[] {
  const petshop = join(folder, "petshop");
  if (!existsSync(petshop)) return [];
  return filesIn(petshop, "noissue-first60.csv").flatMap((file) => {
    const first = namedIn(petshop, file);
    const rest = seriesIn(petshop, file.replace("first60", "rest"));
    const pieces = rest.flatMap((series) =>
      piecesOf(series, piece).map((part) => [part, first.get(series.name)] as const),
    );
    return [
      counted(`${file}, alone`, [...first.values()], (series) => onsetsOf(series)),
      counted(`what followed, alone`, rest, (series) => onsetsOf(series)),
      counted(`what followed, ${piece} samples at a time beside it`, pieces, ([part, quiet]) => onsetsOf(part, quiet)),
    ].filter(({ series }) => series > 0);
  });
}

function counted<T>(what: string, all: readonly T[], onsets: (one: T) => Onset[]): Quiet {
  return { what, series: all.length, drawnIn: all.filter((one) => onsets(one).length > 0).length };
}

function piecesOf({ at, vals }: Samples, piece: number): Samples[] {
  return Array.from({ length: Math.floor(at.length / piece) }, (_, place) => {
    const [from, to] = [place * piece, (place + 1) * piece];
    return { at: at.slice(from, to), vals: vals.slice(from, to) };
  });
}

const filesIn = (folder: string, end: string) =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(end)) : [];
const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const seriesOf = (folder: string, file: string) => readSeries(read(folder, file), { zone: "UTC", name: file }).series;
const seriesIn = (folder: string, file: string) => (existsSync(join(folder, file)) ? seriesOf(folder, file) : []);
const namedIn = (folder: string, file: string) => new Map(seriesIn(folder, file).map((one) => [one.name, one]));
/** The quiet run of the same traffic, which is the first word of a file's name. */
function quietBeside(folder: string, file: string) {
  const quiet = `${file.split("-")[0]}-noissue-first60.csv`;
  return existsSync(join(folder, quiet)) ? namedIn(folder, quiet) : undefined;
}
const instant = (text: string) => Date.parse(`${text.slice(0, 19).replace(" ", "T")}Z`);
