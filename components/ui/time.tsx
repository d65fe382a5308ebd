import { useFormatter } from "next-intl";

const shapes = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { weekday: "long", day: "numeric", month: "long" },
  date: { day: "numeric", month: "short", year: "numeric" },
  full: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const;

type TimeProps = {
  /** An instant: ISO string or Date. */
  at: string | Date;
  /** The event's zone, always. */
  zone: string;
  /** With an end it becomes a range: 14:15–15:00. */
  until?: string | Date;
  as?: keyof typeof shapes;
};

/** An instant in the event's zone. Props: at, zone, until, as (time, day, date, full). */
export function Time({ at, zone, until, as = "time" }: TimeProps) {
  const format = useFormatter();
  const shape = { ...shapes[as], timeZone: zone };
  const from = new Date(at);
  return (
    <time dateTime={from.toISOString()}>
      {format.dateTime(from, shape)}
      {until && `–${format.dateTime(new Date(until), shape)}`}
    </time>
  );
}
