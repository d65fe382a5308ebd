import { useFormatter } from "next-intl";
import { sinceText } from "@/lib/relative/rules";
import type { TimelineMarks } from "@/lib/series/queries";

type Shape = Intl.DateTimeFormatOptions;

/** How an instant of a chart is said: by the clock of the post-mortem, or from its beginning where no date may be told. */
export function useMoments({ zone, since }: Pick<TimelineMarks, "zone" | "since">) {
  const format = useFormatter();
  return (at: number, shape: Shape) =>
    since === null ? format.dateTime(new Date(at), { ...shape, timeZone: zone } as never) : sinceText(since, at);
}
