export function percentile(sorted: readonly number[], share: number) {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

/** The middle one; of an even number, the lower of the two. */
export function median(numbers: readonly number[]) {
  return percentile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );
}

/** How much y grows for each x, by least squares. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]) {
  const mean = (pick: 0 | 1) => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const together = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return together / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

export type Spread = { p50: number; p95: number; p99: number; most: number };

/** Percentiles of what was measured (nearest rank). */
export function spreadOf(times: readonly number[] | Float64Array): Spread {
  // a typed array sorts a million numbers in a tenth of the time
  const sorted = Float64Array.from(times).sort() as unknown as number[];
  const at = (share: number) => percentile(sorted, share);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

/** What was answered yes in a second, how long that took in milliseconds, what it cost those who asked. */
export type Load = Spread & { perSecond: number; count: number; failed: number; generatorMs: number };
type Measured = { times: number[]; seconds: number; failed: number; generatorMs: number };

export function loadOf({ times, seconds, failed, generatorMs }: Measured): Load {
  return { ...spreadOf(times), perSecond: times.length / seconds, count: times.length, failed, generatorMs };
}

export type Figure = {
  name: string;
  value: number;
  unit: string;
  /** What the same machine did in the same run without us: plain node:http, plain ws, bare pg. */
  floor: number | null;
  ratio: number | null;
  target: string | null;
  met: boolean | null;
  /** What one has to know to read the figure. */
  note: string | null;
};

export type Aim = { atLeast?: number; atMost?: number; note?: string };

export function figure(name: string, value: number, unit: string, floor: number | null, aim: Aim = {}): Figure {
  const round = (number: number) => Math.round(number * 100) / 100;
  const { atLeast, atMost, note = null } = aim;
  const target = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : null;
  const met = atLeast !== undefined ? value >= atLeast : atMost !== undefined ? value <= atMost : null;
  return {
    name,
    value: round(value),
    unit,
    floor: floor === null ? null : round(floor),
    ratio: floor ? round(value / floor) : null,
    target,
    met,
    note,
  };
}

export function table(figures: readonly Figure[]) {
  const head = ["what", "value", "unit", "floor", "ratio", "target", "", "note"];
  const rows = figures.map(({ name, value, unit, floor, ratio, target, met, note }) => [
    name,
    String(value),
    unit,
    floor === null ? "" : String(floor),
    ratio === null ? "" : String(ratio),
    target ?? "",
    met === null ? "" : met ? "met" : "MISSED",
    note ?? "",
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
