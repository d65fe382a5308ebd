const absent = new Set(["", "-", "–", "null", "nan", "none", "n/a", "na", "nil", "undefined", "inf", "+inf", "-inf"]);
const number =
  /^([-+]?(?:\d[\d.,'’ \u00a0\u202f]*)?\d(?:\.\d*)?|[-+]?\.\d+)(e[-+]?\d+)?\s*(%|[a-zµμ°][\w/%µμ°*. ]*)?$/i;

/** Suffixes that a dashboard changes from sample to sample, by what they are a multiple of. */
const scales: Record<string, [base: string, factor: number]> = {
  ns: ["s", 1e-9],
  µs: ["s", 1e-6],
  μs: ["s", 1e-6],
  us: ["s", 1e-6],
  ms: ["s", 1e-3],
  s: ["s", 1],
  min: ["s", 60],
  mins: ["s", 60],
  hour: ["s", 3_600],
  hours: ["s", 3_600],
  B: ["B", 1],
  kB: ["B", 1e3],
  KB: ["B", 1e3],
  KiB: ["B", 1_024],
  MB: ["B", 1e6],
  MiB: ["B", 1_024 ** 2],
  GB: ["B", 1e9],
  GiB: ["B", 1_024 ** 3],
  TB: ["B", 1e12],
  TiB: ["B", 1_024 ** 4],
  K: ["", 1e3],
  k: ["", 1e3],
  Mil: ["", 1e6],
  M: ["", 1e6],
  Bil: ["", 1e9],
  Bri: ["", 1e12],
};

export type Measured = { value: number; suffix: string };

export const isAbsent = (cell: string) => absent.has(cell.toLowerCase());

/** A number and what it is counted in, or null. */
export function measured(cell: string, decimalComma: boolean): Measured | null {
  const [, digits, exponent = "", suffix = ""] = number.exec(cell) ?? [];
  if (digits === undefined) return null;
  const grouped = digits.replaceAll(/['’ \u00a0\u202f]/g, "");
  const plain = decimalComma ? grouped.replaceAll(".", "").replace(",", ".") : grouped.replaceAll(",", "");
  const value = Number(plain + exponent);
  return Number.isFinite(value) ? { value, suffix: suffix.trim() } : null;
}

/** One unit for all: theirs when they agree; otherwise everything in the unit that theirs are multiples of. */
export function inOneUnit(all: readonly Measured[]): { unit: string; values: number[] } {
  const suffixes = new Set(all.map(({ suffix }) => suffix));
  const [only = ""] = suffixes;
  if (suffixes.size <= 1) return { unit: only, values: all.map(({ value }) => value) };
  const bases = new Set([...suffixes].filter(Boolean).map((suffix) => scales[suffix]?.[0]));
  // a zero is often written without its unit
  const known = bases.size === 1 && !bases.has(undefined);
  return {
    unit: known ? ([...bases][0] ?? "") : [...suffixes].filter(Boolean).join(", "),
    values: all.map(({ value, suffix }) => (known ? value * (scales[suffix]?.[1] ?? 1) : value)),
  };
}
