import { DateTime } from "luxon";
import type { Snapshot } from "@/lib/live/feed";

/** What the clock shows at the beginning and the end of each slot, `14:15` in the event's zone, by instant. */
export function clockFaces({ event, slots }: Pick<Snapshot, "event" | "slots">): Record<string, string> {
  const read = (at: string) => [at, DateTime.fromISO(at).setZone(event.zone).toFormat("HH:mm")] as const;
  return Object.fromEntries(slots.flatMap(({ startsAt, endsAt }) => [read(startsAt), read(endsAt)]));
}
