import { DateTime } from "luxon";
import { useLocale, useTranslations } from "next-intl";
import type { FuzzyTime as Time } from "@/lib/postmortem/input";

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const date = { day: "numeric", month: "short", year: "numeric" } as const;
const shapes = {
  second: { ...date, ...clock, second: "2-digit" },
  minute: { ...date, ...clock },
  hour: { ...date, hour: "2-digit", hourCycle: "h23" },
  day: date,
  month: { month: "long", year: "numeric" },
  unknown: date,
} as const;

type FuzzyTimeProps = {
  time: Time;
  /** Says which clock it is by; not where a whole list has one. */
  zoned?: boolean;
  /** The day is said elsewhere. */
  short?: boolean;
};

/** A time as exact as it is known, by the clock by which it was written down; its own words where there is no more. */
export function FuzzyTime({ time, zoned = false, short = false }: FuzzyTimeProps) {
  const t = useTranslations("postmortem");
  const locale = useLocale();
  if (!time.at || time.precision === "unknown") return <span>{time.text || t("unknownTime")}</span>;
  if (countsFromStart(time)) return <span>{time.text}</span>;
  const at = DateTime.fromISO(time.at, { setZone: true }).setLocale(locale);
  const exact = time.precision === "minute" || time.precision === "second";
  const said = at.toLocaleString(short && exact ? clock : shapes[time.precision]);
  const shown = time.bound === "exact" ? said : t(`bound.${time.bound}`, { time: said });
  return (
    <time dateTime={exact ? time.at : (at.toISODate() ?? time.at)} title={time.text || undefined}>
      {shown}
      {zoned && exact && ` ${at.toFormat("'UTC'Z")}`}
    </time>
  );
}

/** The day of a time in its own clock, to head those of one day. */
export const dayOf = (time: Time) =>
  time.at && !countsFromStart(time) ? DateTime.fromISO(time.at, { setZone: true }).toISODate() : null;

/** Published with times that count from the beginning: the instant is of a calendar that tells nothing (lib/sanitise). */
export const countsFromStart = ({ at, text }: Time) => /^T[+-]/.test(text) && /^(1999-12|2000-0)/.test(at ?? "");

/** A zone as people say it: names of the database count hours the other way round. */
export const zoneName = (zone: string) =>
  zone
    .replace(/^Etc\/GMT([+-])(\d+)$/, (_, sign, hours) => `UTC${sign === "-" ? "+" : "−"}${hours}`)
    .replaceAll("_", " ");
