import { expect } from "vitest";
import { type Phase, phases } from "@/lib/event/rules";
import { budget, type Outcome, type RealDay } from "./real-day";
import type { Rows } from "./rows";
import type { Step, Who } from "./step";

export type Done = { step: Step; outcome: Outcome };

/** What must hold at every moment, whoever does what: of one statement's sight of the database. */
export function checkMoment(day: RealDay, { dots, placements, topics }: Pick<Rows, "dots" | "placements" | "topics">) {
  for (const [member, given] of Map.groupBy(dots, ({ memberId }) => memberId)) {
    const spent = given.reduce((sum, row) => sum + row.dots, 0);
    expect(spent, `dots of ${member}`).toBeLessThanOrEqual(budget.perMember);
    expect(Math.max(...given.map((row) => row.dots))).toBeLessThanOrEqual(budget.perTopic);
  }
  const living = new Set(topics.filter(({ withdrawnAt, intoId }) => !withdrawnAt && !intoId).map(({ id }) => id));
  const strays = [...dots, ...placements].filter(({ topicId }) => !living.has(topicId));
  expect(strays, "dots and places of topics that are gone").toEqual([]);
  expect(clashes(day, { placements, topics }), "two at once").toEqual([]);
}

/** Topics in one room, or of one convener, at once: of the three slots the second overlaps the other two. */
function clashes(day: RealDay, { placements, topics }: Pick<Rows, "placements" | "topics">) {
  const convenerOf = new Map(topics.map(({ id, convenerId }) => [id, convenerId]));
  const slotOf = (id: string) => day.slots.findIndex((slot) => slot.id === id);
  return placements.flatMap((one, n) =>
    placements.slice(n + 1).flatMap((other) => {
      if (Math.abs(slotOf(one.slotId) - slotOf(other.slotId)) > 1) return [];
      const convener = convenerOf.get(one.topicId);
      const isClash = one.roomId === other.roomId || (convener && convener === convenerOf.get(other.topicId));
      return isClash ? [[one.topicId, other.topicId]] : [];
    }),
  );
}

/** Each person's dots are what they were told, where nothing else in the batch could have moved them. */
export function checkAcknowledged(day: RealDay, before: Rows, after: Rows, done: Done[]) {
  const movesDots = done.some(
    ({ step, outcome }) => "value" in outcome && /withdraw|propose|agree|split/.test(step.what),
  );
  if (movesDots) return;
  const casts = done.filter(({ step }) => step.what === "dot" && step.who !== "stranger");
  for (const [register, tries] of Map.groupBy(
    casts,
    ({ step }) => `${step.who} ${(step as { topic: number }).topic}`,
  )) {
    const [who = "", topic = ""] = register.split(" ");
    const held = ({ dots }: Rows) =>
      dots.find(
        (row) =>
          row.memberId === day.members[who as Exclude<Who, "stranger">] && row.topicId === day.topics[Number(topic)],
      )?.dots ?? 0;
    const accepted = tries.flatMap(({ step, outcome }) =>
      "value" in outcome ? [(step as { dots: number }).dots] : [],
    );
    expect(accepted.length > 0 ? accepted : [held(before)], `dots of ${register}`).toContain(held(after));
  }
}

const between = (first: Phase, last: Phase) => phases.slice(phases.indexOf(first), phases.indexOf(last) + 1);
/** When each kind of change may happen; `true`: a facilitator may at any time. */
const times: [kind: RegExp, open: Phase[], crewAnyTime: boolean][] = [
  [/^topic\.pitched$/, between("marketplace", "voting"), true],
  [/^topic\.(edited|withdrawn)$/, between("marketplace", "running"), true],
  [/^topic\.(placed|moved|cleared|pinned|convened)$/, between("marketplace", "running"), false],
  [/^topic\.(merge|split)/, between("marketplace", "placing"), true],
  [/^note\.saved$/, between("marketplace", "closing"), false],
];

/** Nothing is accepted after the seq that closed its phase. `openings`: which phase each opening opened, in order. */
export function checkPhases(day: RealDay, { changes, dots }: Rows, openings: Map<bigint, Phase>) {
  const isCrew = (id: string | null) => id === day.members.host || id === day.members.facilitator;
  let phase: Phase = "marketplace";
  const late: unknown[] = [];
  const spans: { from: number; phase: Phase }[] = [];
  for (const { id, kind, seq, actorId } of changes) {
    const opened = openings.get(id);
    if (opened) {
      phase = opened;
      spans.push({ from: Number(seq), phase });
    }
    const [, open, crewAnyTime] = times.find(([pattern]) => pattern.test(kind)) ?? [];
    if (open && !open.includes(phase) && !(crewAnyTime && isCrew(actorId))) late.push({ kind, seq, phase });
  }
  for (const { seq } of dots) {
    const during = spans.findLast(({ from }) => from <= Number(seq))?.phase ?? "marketplace";
    if (Number(seq) > 0 && during !== "voting") late.push({ kind: "dots", seq, phase: during });
  }
  expect(late, "accepted when it was closed").toEqual([]);
}

/** The clock counts every change once, in the order of their commits. */
export function checkClock({ changes, clock }: Rows) {
  const seqs = changes.map(({ seq }) => Number(seq));
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  expect(seqs.at(-1) ?? 0).toBeLessThanOrEqual(clock);
}

/** One effect per acknowledgement, none for a refusal. */
export function checkEffects(day: RealDay, rows: Rows) {
  expect(new Set(rows.topics.map(({ id }) => id))).toEqual(new Set(day.topics));
  expect(new Set(rows.merges.map(({ id }) => id))).toEqual(new Set(day.merges));
  for (const { topicId, rev, body } of rows.notes) {
    const own = rows.revisions.filter((row) => row.topicId === topicId);
    expect(own.map((row) => row.rev)).toEqual(own.map((_, n) => n + 1));
    expect([rev, body]).toEqual([own.length, own.at(-1)?.body]);
  }
}
