import { Refused } from "@/lib/errors";
import type { Phase } from "@/lib/event/rules";
import { type Role, standsAtLeast } from "@/lib/member/rules";

/** What a question is asked of: an entry of the programme, or a topic. */
export const abouts = ["talk", "topic"] as const;
export type About = (typeof abouts)[number];

/** Of one event and person; a curious person stays below. */
export const mostNamed = 40;
/** Fewer: nobody could ask a script that asks unnamed to stop. */
export const mostUnnamed = 10;

/** From before the first talk on, until the day is over. */
export const mayAsk = (phase: Phase) => phase !== "closed";

/** `asked`: what this person asked under their name so far. Refuses with `too-many-questions`. */
export function checkCount(asked: number) {
  if (asked >= mostNamed) throw new Refused("too-many-questions", {}, { most: mostNamed });
}

/**
 * When the page of a talk is worth reading again: every half minute around the talk, for then people ask; else every
 * ten. A whole hall has it open.
 */
export function asksAgainAt(now: Date, { startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }) {
  const around = 10 * 60_000;
  const from = (startsAt?.getTime() ?? Number.POSITIVE_INFINITY) - around;
  const until = (endsAt ?? startsAt ?? now).getTime() + around;
  const isOn = now.getTime() >= from && now.getTime() <= until;
  return new Date(now.getTime() + (isOn ? 30_000 : around));
}

/** Facilitators, and whoever convenes the topic. */
export function mayAnswer(member: { id: string; role: Role } | null, convenerId: string | null) {
  return member !== null && (standsAtLeast("facilitator", member.role) || convenerId === member.id);
}

type Ordered = { id: string; votes: number; askedAt: Date; answeredAt: Date | null; hidden: boolean };

/** Open ones first, the most wanted on top, the older before the newer; then what was answered, the latest first. */
export function inOrder(a: Ordered, b: Ordered) {
  const rank = (one: Ordered) => Number(one.answeredAt !== null) + 2 * Number(one.hidden);
  const byAnswer = (b.answeredAt?.getTime() ?? 0) - (a.answeredAt?.getTime() ?? 0);
  return (
    rank(a) - rank(b) ||
    byAnswer ||
    b.votes - a.votes ||
    a.askedAt.getTime() - b.askedAt.getTime() ||
    a.id.localeCompare(b.id)
  );
}
