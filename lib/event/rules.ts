import { Refused } from "@/lib/errors";

/** The parts of an open-space day, in order. Any may be opened and reopened at any time by a facilitator. */
export const phases = ["before", "marketplace", "voting", "placing", "running", "closing", "closed"] as const;
export type Phase = (typeof phases)[number];

const has =
  (...open: Phase[]) =>
  (phase: Phase) =>
    open.includes(phase);

/** Late topics are welcome while dots are given: the quick mode shows the least seen first. */
export const mayPitch = has("marketplace", "voting");
export const mayEditTopic = has("marketplace", "voting", "placing", "running");
export const mayMerge = has("marketplace", "voting", "placing");
export const mayDot = has("voting");
export const mayPlace = has("marketplace", "voting", "placing", "running");
export const mayWriteNotes = has("marketplace", "voting", "placing", "running", "closing");

/** While topics are dotted the hall sees tallies only when the event says so; afterwards always. */
export function talliesOpen(event: { tallies: "hidden" | "shown"; phase: Phase }) {
  return event.tallies === "shown" || phases.indexOf(event.phase) > phases.indexOf("voting");
}

/** Refuses with `pitching-closed`, `editing-closed`, `merging-closed`, `voting-closed`, `placing-closed`, `notes-closed`. */
export function checkPhase(allowed: (phase: Phase) => boolean, phase: Phase, reason: string) {
  if (!allowed(phase)) throw new Refused(reason, {}, { phase });
}

/** Letters and digits that nobody confuses when read from a wall. */
const codeAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A join code from any random bytes; `random` answers a number in [0, 1). */
export function newJoinCode(random: () => number) {
  return Array.from({ length: 6 }, () => codeAlphabet[Math.floor(random() * codeAlphabet.length)]).join("");
}

/** A join code as somebody typed or read it aloud: any case, with spaces or dashes. */
export function readJoinCode(typed: unknown) {
  return String(typed ?? "")
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "")
    .slice(0, 64);
}

/** An address proposed from a name: small letters, digits, single dashes. */
export function slugFrom(name: string) {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s_-]/g, "")
    .split(/[\s_-]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, 60)
    .replace(/-$/, "");
}

type Row = { day: string; time: string; minutes: number; gap: number; count: number };

/** Local starts of equal slots one after the other, `gap` minutes between them; empty when a part is missing. */
export function startsInARow({ day, time, minutes, gap, count }: Row) {
  // counted in UTC, which has no hour that is missing or comes twice: these are clock faces, not instants
  const first = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(first)) return [];
  const at = (index: number) => new Date(first + index * (minutes + gap) * 60_000).toISOString().slice(0, 16);
  return Array.from({ length: Math.min(count, 40) }, (_, index) => at(index));
}

type Span = { startsAt: Date; endsAt: Date };

/** Refuses with `slot-ends-before-start` and `slots-repeat`; slots may overlap otherwise (parallel tracks do). */
export function checkSlots(slots: readonly Span[]) {
  const seen = new Set<string>();
  for (const { startsAt, endsAt } of slots) {
    if (endsAt <= startsAt) throw new Refused("slot-ends-before-start");
    const key = `${startsAt.getTime()}-${endsAt.getTime()}`;
    if (seen.has(key)) throw new Refused("slots-repeat");
    seen.add(key);
  }
}

/** Refuses with `rooms-repeat`: two rooms of one name cannot be told apart on a board. */
export function checkRooms(rooms: readonly { name: string }[]) {
  const names = rooms.map((room) => room.name.toLowerCase());
  if (new Set(names).size < names.length) throw new Refused("rooms-repeat");
}
