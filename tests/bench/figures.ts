export function percentile(sorted: readonly number[], share: number) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export type Load = { perSecond: number; p50: number; p99: number; failed: number };

/** Rate and percentiles of what was measured in milliseconds over `seconds`. */
export function loadOf(times: number[], seconds: number, failed: number): Load {
  times.sort((a, b) => a - b);
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  return { perSecond: times.length / seconds, p50, p99, failed };
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
};

type Aim = { atLeast?: number; atMost?: number };

export function figure(name: string, value: number, unit: string, floor: number | null, aim: Aim = {}): Figure {
  const round = (number: number) => Math.round(number * 100) / 100;
  const { atLeast, atMost } = aim;
  const target = atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : null;
  const met = atLeast !== undefined ? value >= atLeast : atMost !== undefined ? value <= atMost : null;
  return {
    name,
    value: round(value),
    unit,
    floor: floor && round(floor),
    ratio: floor && round(value / floor),
    target,
    met,
  };
}

export function table(figures: readonly Figure[]) {
  const head = ["what", "value", "unit", "floor", "ratio", "target", ""];
  const rows = figures.map(({ name, value, unit, floor, ratio, target, met }) => [
    name,
    String(value),
    unit,
    floor === null ? "" : String(floor),
    ratio === null ? "" : String(ratio),
    target ?? "",
    met === null ? "" : met ? "met" : "MISSED",
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  return [head, ...rows].map((row) => row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join("  ")).join("\n");
}
