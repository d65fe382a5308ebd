import { useTranslations } from "next-intl";
import type { Onset } from "@/lib/onset/rules";
import type { TimelineMarks } from "@/lib/series/queries";
import { useMoments } from "./moments";

const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const withDate = { day: "numeric", month: "short", ...clock } as const;
const dayMs = 86_400_000;

/** From when the timeline counts: the start of the incident, or what it tells first. */
export const zeroOf = ({ times, events }: TimelineMarks) =>
  times.find(({ what }) => what === "started")?.at ?? events[0]?.at ?? null;

/** How an onset is said: what became of the series between which times, and how far that is from the start. */
export function useOnsetWords(timeline: TimelineMarks) {
  const t = useTranslations("series");
  const between = useBetween(timeline);
  return ({ lo, hi, kind }: Onset) => t(`onset.${kind}`, { when: between(lo, hi) });
}

/** "between 14:05 and 14:10, T+5 to T+10 min" */
export function useBetween(timeline: TimelineMarks) {
  const t = useTranslations("series");
  const moment = useMoments(timeline);
  const zero = zeroOf(timeline);
  return (lo: number | null, hi: number) => {
    const shape = isSameDay(zero, hi) ? clock : withDate;
    const time = (at: number) => moment(at, shape);
    const said = lo === null || lo === hi ? t("at", { hi: time(hi) }) : t("between", { lo: time(lo), hi: time(hi) });
    if (timeline.since !== null || zero === null || Math.abs(hi - zero) > 2 * dayMs) return said;
    const [from, to] = [minutes((lo ?? hi) - zero), minutes(hi - zero)];
    return `${said} (${from === to ? to : t("range", { from, to })})`;
  };
}

const isSameDay = (zero: number | null, at: number) => zero !== null && Math.abs(at - zero) < dayMs / 2;

/** `T+4 min`; the sign is a minus, not a hyphen. */
export function minutes(ms: number) {
  const whole = Math.round(ms / 6_000) / 10;
  return `T${whole < 0 ? "−" : "+"}${Math.abs(whole)} min`;
}
