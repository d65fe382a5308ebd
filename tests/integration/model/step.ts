import fc from "fast-check";
import { type Phase, phases } from "@/lib/event/rules";

/** Everybody of a day, by number. */
export const cast = ["host", "facilitator", "ann", "bob", "cid", "stranger"] as const;
export type Who = (typeof cast)[number];

/** One thing that somebody does. Topics and merges are named by their place among those there have been. */
export type Step = { who: Who } & (
  | { what: "pitch"; title: string; sought: boolean; anonymous: boolean }
  | { what: "edit"; topic: number; title: string; anonymous: boolean }
  | { what: "withdraw" | "convene" | "clear"; topic: number }
  | { what: "dot"; topic: number; dots: number }
  | { what: "phase"; phase: Phase }
  | { what: "place"; topic: number; slot: number; room: number }
  | { what: "pin"; topic: number; pinned: boolean }
  | { what: "propose"; topic: number; into: number }
  | { what: "agree" | "decline" | "split"; merge: number }
  | { what: "note"; topic: number; line: string; base: number }
  | { what: "star"; entry: number; starred: boolean }
);

const topic = fc.nat(4);
const merge = fc.nat(2);
const title = fc.constantFrom("On-call", "Chaos", "Toil", "Platform", "Blameless");
const crew = fc.constantFrom<Who>("host", "facilitator");
const people = fc.constantFrom<Who>("ann", "bob", "cid", "ann", "bob", "cid", "facilitator", "stranger");
const anybody = fc.constantFrom<Who>(...cast);
const openPhases = [..."voting voting voting voting placing running".split(" "), ...phases] as Phase[];

const verb = <W extends Step["what"], T extends object>(
  what: W,
  rest: { [K in keyof T]: fc.Arbitrary<T[K]> },
  who = anybody,
) => fc.record({ what: fc.constant(what), who, ...rest }) as unknown as fc.Arbitrary<Step>;

/** What somebody may do next, as often as it happens on a lively day. */
export const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: verb("dot", { topic: fc.nat(3), dots: fc.nat(4) }, people) },
  { weight: 4, arbitrary: verb("pitch", { title, sought: fc.boolean(), anonymous: fc.boolean() }, people) },
  { weight: 4, arbitrary: verb("place", { topic, slot: fc.nat(2), room: fc.nat(1) }, crew) },
  { weight: 2, arbitrary: verb("phase", { phase: fc.constantFrom(...openPhases) }, crew) },
  { weight: 2, arbitrary: verb("propose", { topic, into: topic }) },
  { weight: 2, arbitrary: verb("propose", { topic: fc.nat(2), into: fc.nat(2) }, crew) },
  { weight: 1, arbitrary: verb("agree", { merge }) },
  { weight: 1, arbitrary: verb("split", { merge }) },
  { weight: 3, arbitrary: verb("split", { merge }, crew) },
  {
    weight: 2,
    arbitrary: verb("note", { topic, line: fc.constantFrom("one", "two", "three"), base: fc.nat(2) }, people),
  },
  { weight: 2, arbitrary: verb("convene", { topic }, people) },
  { weight: 1, arbitrary: verb("edit", { topic, title, anonymous: fc.boolean() }) },
  { weight: 1, arbitrary: verb("withdraw", { topic }) },
  { weight: 1, arbitrary: verb("decline", { merge }) },
  { weight: 1, arbitrary: verb("clear", { topic }) },
  { weight: 1, arbitrary: verb("place", { topic, slot: fc.nat(2), room: fc.nat(1) }) },
  { weight: 1, arbitrary: verb("pin", { topic, pinned: fc.boolean() }) },
  { weight: 1, arbitrary: verb("star", { entry: fc.nat(2), starred: fc.boolean() }) },
);

/** How a day begins: three topics to quarrel about, one of them without a convener. */
export const opening: Step[] = [
  { what: "pitch", who: "ann", title: "On-call", sought: false, anonymous: false },
  { what: "pitch", who: "bob", title: "Toil", sought: false, anonymous: true },
  { what: "pitch", who: "cid", title: "Chaos", sought: true, anonymous: false },
  { what: "phase", who: "host", phase: "voting" },
];
