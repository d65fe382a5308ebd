import { Refused } from "@/lib/errors";
import { type Phase, phases } from "@/lib/event/rules";

/** Of a topic and its notes, each tighter than the one before. */
export const confidentialities = ["open", "chatham_house", "sealed"] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** Somebody who wrote about a topic: its pitch, or its notes. `memberId` is null when they cannot be asked any more. */
export type Writer = { memberId: string | null; consents: boolean };

export const isTighter = (a: Confidentiality, than: Confidentiality) =>
  confidentialities.indexOf(a) > confidentialities.indexOf(than);

/** Whether words have no author and a topic no names. */
export const isNameless = (confidentiality: Confidentiality) => confidentiality !== "open";

/** Once dots are given, people have come on a topic's word. */
export const isLocked = (phase: Phase) => phases.indexOf(phase) >= phases.indexOf("voting");

/** The convener as far as the laws of the board may know: refusing a cell over a confidential topic would name them. */
export function knownConvener(topic: { confidentiality: Confidentiality; convenerId: string | null }) {
  return isNameless(topic.confidentiality) ? null : topic.convenerId;
}

/**
 * What it takes to change a topic's confidentiality: tightening nothing; loosening the consent of all who wrote, and
 * nobody, host or facilitator, can stand in for one of them. Before voting that is settled when the asker is the only
 * one who wrote. From voting on nobody loosens alone. Refuses with `confidentiality-locked`.
 */
export function wayTo(
  wanted: Confidentiality,
  { now, phase, writers, askerId }: { now: Confidentiality; phase: Phase; writers: readonly Writer[]; askerId: string },
) {
  if (wanted === now) return "stays";
  if (isTighter(wanted, now)) return "at-once";
  if (writers.some(({ memberId }) => memberId === null)) throw new Refused("confidentiality-locked");
  const others = writers.filter(({ memberId }) => memberId !== askerId);
  if (others.length > 0) return "asks";
  if (isLocked(phase)) throw new Refused("confidentiality-locked");
  return "at-once";
}

export const allConsent = (writers: readonly Writer[]) =>
  writers.length > 0 && writers.every(({ memberId, consents }) => memberId !== null && consents);

/** One topic's words never come under another's confidentiality. Refuses with `merge-confidential`. */
export function checkSameConfidence(from: { confidentiality: Confidentiality }, into: typeof from) {
  if (from.confidentiality !== into.confidentiality || from.confidentiality === "sealed")
    throw new Refused("merge-confidential");
}
