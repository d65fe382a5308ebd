import { useFormatter } from "next-intl";

/** Calendar days as one range: 4–5 Mar 2027. They belong to no zone, so none may shift them. */
export function Days({ from, until }: { from: Date; until: Date }) {
  const format = useFormatter();
  const shape = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return <>{format.dateTimeRange(from, until, shape)}</>;
}
