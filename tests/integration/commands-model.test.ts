import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Phase } from "@/lib/event/rules";
import { aLiveServer, aPhone, boardAt } from "@/tests/support/live-server";
import { tried } from "@/tests/support/properties";
import { soon } from "@/tests/support/soon";
import { checkAcknowledged, checkClock, checkEffects, checkMoment, checkPhases, type Done } from "./model/invariants";
import { ModelDay } from "./model/model-day";
import { aRealDay, doIt, type RealDay } from "./model/real-day";
import { modelTerms, type Rows, realTerms, rowsOf, sightOf } from "./model/rows";
import { aStep, opening, type Step } from "./model/step";

let live: Awaited<ReturnType<typeof aLiveServer>>;
beforeAll(async () => {
  live = await aLiveServer();
});
afterAll(() => live.close());

const days = { minLength: 10, maxLength: 60, size: "max" } as const;

test("whatever people do one after the other, the database answers and ends as the rules say", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, days), fc.boolean(), async (steps, mayDotOwnTopic) => {
      const [real, model] = [await aRealDay(mayDotOwnTopic), new ModelDay(mayDotOwnTopic)];
      for (const [n, step] of [...opening, ...steps].entries()) {
        const [said, answer] = [model.take(step), await doIt(real, step)];
        const where = `step ${n}: ${JSON.stringify(step)}`;
        if ("refused" in answer) expect("refused" in said ? said.refused : ["done"], where).toContain(answer.refused);
        else expect(said, where).toEqual({ done: true });
        remember(real, [{ step, outcome: answer }]);
      }
      const rows = await rowsOf(real);
      expect(realTerms(real, rows)).toEqual(modelTerms(model));
      checkMoment(real, rows);
    }),
    tried("commands, one after the other", 40),
  );
}, 600_000);

test("whatever people do at once, nobody has more than their due and what was closed stays closed", async () => {
  const batch = fc.array(aStep, { minLength: 2, maxLength: 10, size: "max" });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 3, maxLength: 8, size: "max" }), async (batches) => {
      const real = await aRealDay(true);
      for (const step of opening) remember(real, [{ step, outcome: await doIt(real, step) }]);
      const before = await rowsOf(real);
      const opened = before.changes.filter(({ kind }) => kind === "phase.opened").map(({ id }) => id);
      const openings = new Map<bigint, Phase>(
        [opened[0] as bigint, opened[1] as bigint].map((id, n) => [id, n ? "voting" : "marketplace"]),
      );
      await batches.reduce(
        async (earlier, steps) => inOneGo(real, withoutRivals(steps), openings, await earlier),
        Promise.resolve(before),
      );
      await checkShown(real);
    }),
    tried("commands at once", 25),
  );
}, 600_000);

/** A batch of commands at the same time, looked at while it runs and afterwards. */
async function inOneGo(real: RealDay, steps: Step[], openings: Map<bigint, Phase>, before: Rows) {
  let over = false;
  const looking = keepLooking(real, () => over);
  looking.catch(() => {});
  const done: Done[] = await Promise.all(steps.map(async (step) => ({ step, outcome: await doIt(real, step) })));
  over = true;
  await looking;
  remember(real, done);
  const after = await rowsOf(real);
  noteOpenings(real, openings, before, after, done);
  checkMoment(real, after);
  checkAcknowledged(real, before, after, done);
  checkPhases(real, after, openings);
  checkClock(after);
  checkEffects(real, after);
  return after;
}

async function keepLooking(real: RealDay, isOver: () => boolean) {
  const meanings = new Map<number, string>();
  let last = 0;
  while (!isOver()) {
    const sight = await sightOf(real);
    checkMoment(real, sight);
    const { seq, now: _, ...board } = sight.board;
    expect(seq, "the clock goes on").toBeGreaterThanOrEqual(last);
    last = seq;
    const text = JSON.stringify(board);
    expect(text, `one seq is one board: ${seq}`).toBe(meanings.get(seq) ?? text);
    meanings.set(seq, text);
  }
}

/** One opening of a phase per person and batch: then its Change row says which it was. */
function withoutRivals(steps: Step[]) {
  const openers = new Set<string>();
  return steps.filter(({ what, who }) => what !== "phase" || (!openers.has(who) && openers.add(who)));
}

function noteOpenings(real: RealDay, openings: Map<bigint, Phase>, before: Rows, after: Rows, done: Done[]) {
  const known = new Set(before.changes.map(({ id }) => id));
  for (const { id, kind, actorId } of after.changes) {
    if (kind !== "phase.opened" || known.has(id)) continue;
    const by = done.find(
      ({ step }) => step.what === "phase" && step.who !== "stranger" && real.members[step.who] === actorId,
    );
    if (by?.step.what === "phase") openings.set(id, by.step.phase);
  }
}

function remember(real: RealDay, done: Done[]) {
  for (const { step, outcome } of done) {
    if (!("value" in outcome)) continue;
    if (step.what === "pitch") real.topics.push(String(outcome.value));
    if (step.what === "propose") real.merges.push(String(outcome.value));
  }
}

/** When all is quiet, whoever asks is shown what the database counts, and nobody in the hall a hidden tally. */
async function checkShown(real: RealDay) {
  const { board } = await rowsOf(real);
  for (const [who, wanted] of [
    [real.people.host, board.crew],
    [real.people.ann, board.hall],
  ] as const) {
    const phone = await aPhone(live, who.userId);
    await soon(async () => {
      const { now: _, hub: ___, ...shown } = await boardAt(phone, real.event.slug);
      const { now: __, ...truth } = wanted;
      expect(shown).toEqual(truth);
    });
  }
}
