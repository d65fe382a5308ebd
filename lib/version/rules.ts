type Parts = { numbers: number[]; before: string[] };

/** Orders versions, the newest first: semantic ones by their precedence, days by the calendar, and days after numbers. */
export function newestFirst<T extends { version: string }>(versions: readonly T[]): T[] {
  return [...versions].sort((a, b) => compareVersions(b.version, a.version));
}

/** Below zero when `a` comes before `b`, by semver.org rule 11; a build is of no account. */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  const longest = Math.max(one.numbers.length, other.numbers.length);
  for (let at = 0; at < longest; at++) {
    const apart = (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
    if (apart !== 0) return apart;
  }
  return compareBefore(one.before, other.before);
}

function partsOf(version: string): Parts {
  const day = /^(\d{4})-(\d\d)-(\d\d)(?:\.(\d+))?$/.exec(version);
  if (day) return { numbers: day.slice(1).map((part) => Number(part ?? 0)), before: [] };
  const [plain = ""] = version.split("+");
  const [numbers = "", ...rest] = plain.split("-");
  const before = rest.length > 0 ? rest.join("-").split(".") : [];
  return { numbers: numbers.split(".").map((part) => Number.parseInt(part, 10) || 0), before };
}

function compareBefore(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [at, part] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const apart = comparePart(part, other);
    if (apart !== 0) return apart;
  }
  return a.length - b.length;
}

function comparePart(a: string, b: string): number {
  const [one, other] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (one && other) return Number(a) - Number(b);
  if (one !== other) return one ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a next version could be called: one more at the last place, today for those who count in days. */
export function nextVersion(newest: string | undefined, today: Date): string {
  if (!newest) return "1.0.0";
  const day = today.toISOString().slice(0, 10);
  if (/^\d{4}-/.test(newest)) {
    const [last, count = "0"] = newest.split(".");
    return last === day ? `${day}.${Number(count) + 1}` : day;
  }
  const [major = 1, minor = 0, patch = 0] = partsOf(newest).numbers;
  return newest.includes("-") ? `${major}.${minor}.${patch}` : `${major}.${minor}.${patch + 1}`;
}
