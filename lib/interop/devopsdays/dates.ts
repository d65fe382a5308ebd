import { DateTime } from "luxon";

/** A date as written, as `YYYY-MM-DD`; what stands behind it (a time, an offset) is not the programme's. */
export function readDate(written: string): string | null {
  const text = written.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)/.exec(text);
  if (iso) return valid(iso[1], iso[2], iso[3]);
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (european) return valid(european[3], european[2], european[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed) return valid(slashed[3], slashed[1], slashed[2]) ?? valid(slashed[3], slashed[2], slashed[1]);
  return null;
}

function valid(year = "", month = "", day = "") {
  const date = DateTime.fromObject({ year: Number(year), month: Number(month), day: Number(day) }, { zone: "utc" });
  const likely = date.isValid && date.year >= 2009 && date.year < 2100;
  return likely ? date.toISODate() : null;
}

export const dayAfter = (date: string, days = 1) =>
  DateTime.fromISO(date, { zone: "utc" }).plus({ days }).toISODate() ?? date;

export const daysBetween = (from: string, to: string) =>
  DateTime.fromISO(to, { zone: "utc" }).diff(DateTime.fromISO(from, { zone: "utc" }), "days").days;

/** The hours of a written offset (`-06:00`), or null. */
export function readOffset(written: string): number | null {
  const parts = /T[\d:.]+\s*(?:(Z)|([+-])(\d{2}):?(\d{2}))$/.exec(written.trim());
  if (!parts) return null;
  if (parts[1]) return 0;
  return (parts[2] === "-" ? -1 : 1) * (Number(parts[3]) + Number(parts[4]) / 60);
}
