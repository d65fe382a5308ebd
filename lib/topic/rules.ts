import { Refused } from "@/lib/errors";
import { type Role, standsAtLeast } from "@/lib/member/rules";

/** `pitcherId` is null when it was pitched unnamed. */
export type TopicLike = { id: string; pitcherId: string | null; convenerId: string | null };
export type MemberLike = { id: string; role: Role };

/** Conveners speak for their topic; while nobody convenes it, who pitched it does. */
export const speaksFor = (topic: TopicLike, memberId: string) => (topic.convenerId ?? topic.pitcherId) === memberId;

/** Own topics, and all of them for a facilitator. Refuses with `not-yours`. */
export function checkMayChange(topic: TopicLike, member: MemberLike) {
  if (!speaksFor(topic, member.id) && !standsAtLeast("facilitator", member.role)) throw new Refused("not-yours");
}

/** Nobody has that much to say within these minutes; a script has. */
export const mostPitches = 20;
export const pitchMinutes = 10;

/** Of one event: nobody could ask a script that pitches unnamed to stop. */
export const mostUnnamed = 3;

/** `lately`: what this person pitched within the last `pitchMinutes`. Refuses with `too-many-pitches`. */
export function checkPace(lately: number) {
  if (lately >= mostPitches) throw new Refused("too-many-pitches");
}

/** Refuses with `merge-with-itself`. */
export function checkMergePair(fromId: string, intoId: string) {
  if (fromId === intoId) throw new Refused("merge-with-itself");
}

export type MemberDots = { memberId: string; dots: number };
export type United = MemberDots & { from: number; into: number; returned: number };

/**
 * The dots of two topics as one: per person, never more than `dotsPerTopic` unless one of the two already held
 * more; what is over returns to its owner.
 */
export function uniteDots(from: readonly MemberDots[], into: readonly MemberDots[], dotsPerTopic: number): United[] {
  const held = (side: readonly MemberDots[]) => new Map(side.map(({ memberId, dots }) => [memberId, dots]));
  const [a, b] = [held(from), held(into)];
  return [...new Set([...a.keys(), ...b.keys()])].map((memberId) => {
    const [fromDots, intoDots] = [a.get(memberId) ?? 0, b.get(memberId) ?? 0];
    const dots = Math.min(fromDots + intoDots, Math.max(dotsPerTopic, fromDots, intoDots));
    return { memberId, dots, from: fromDots, into: intoDots, returned: fromDots + intoDots - dots };
  });
}

/**
 * A person's dots after a split. Untouched since the merge: exactly as before it, as far as the dots that returned
 * to them were not spent elsewhere (`left` of their budget). Changed since: they stay where they were put.
 */
export function splitDots(then: { from: number; into: number; united: number }, now: number, left: number) {
  if (now !== then.united) return { from: 0, into: now };
  const back = Math.min(then.from + then.into, now + Math.max(left, 0));
  const into = Math.min(then.into, back);
  return { from: back - into, into };
}
