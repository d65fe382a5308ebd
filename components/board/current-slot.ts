import type { SlotCard, Snapshot } from "@/lib/live/feed";

/** The slot to look at first: the one that runs, else the next one of the same day while the event runs; by the server's clock. */
export function currentSlot({ now, slots }: Pick<Snapshot, "now" | "slots">): string | null {
  const at = Date.parse(now);
  const coming = slots.filter((slot) => Date.parse(slot.endsAt) > at);
  const first = coming.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
  if (!first) return null;
  return Date.parse(first.startsAt) - at < 12 * 3_600_000 ? first.id : null;
}

/** Whether a slot runs at an instant. */
export function runsAt(slot: SlotCard, now: string) {
  return Date.parse(slot.startsAt) <= Date.parse(now) && Date.parse(now) < Date.parse(slot.endsAt);
}
