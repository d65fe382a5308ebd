import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { planOf, studioOf } from "@/lib/sanitise/copy";
import { type Decision, decideInput, dropPictureInput, lookAtInput, type Plan } from "@/lib/sanitise/input";
import { traceKey } from "@/lib/sanitise/proof-read";
import { keyOf } from "@/lib/sanitise/rules";

/** Says of each thing that was found whether it stays, is masked, generalised or dropped, in all of the entry at once. */
export const decide = spaceCommand({
  atLeast: "contributor",
  input: decideInput,
  async run(scope, { entryId, lines, more, relative, series = false }) {
    await scope.oneAtATime(`plan ${entryId}`);
    await entryOf(scope, entryId);
    const { accepted } = await planOf(scope, entryId);
    const words = more.split("\n").map((word) => word.trim());
    const added = words.filter((word) => word.length > 1).map(masked);
    await writePlan(scope, entryId, { decisions: once([...lines, ...added]), relative, series, accepted });
  },
});

/** Says of each trace that the proof-read found that it is fine, or masks it as well. */
export const lookAt = spaceCommand({
  atLeast: "contributor",
  input: lookAtInput,
  async run(scope, { entryId, found }) {
    await scope.oneAtATime(`plan ${entryId}`);
    const { plan, traces } = await studioOf(scope, await entryOf(scope, entryId));
    const said = new Map(found.map((one) => [one.key, one.deed]));
    const of = (deed: string) => traces.filter((trace) => said.get(traceKey(trace)) === deed);
    const accepted = [...new Set([...plan.accepted, ...of("fine").map(traceKey)])];
    const more = of("mask").map(({ found: word }) => masked(word));
    await writePlan(scope, entryId, { ...plan, decisions: once([...plan.decisions, ...more]), accepted });
  },
});

/** Leaves a picture out of the copy: its name goes, like a word that is dropped, and may come back the same way. */
export const dropPicture = spaceCommand({
  atLeast: "contributor",
  input: dropPictureInput,
  async run(scope, { entryId, sha256 }) {
    await scope.oneAtATime(`plan ${entryId}`);
    await entryOf(scope, entryId);
    const plan = await planOf(scope, entryId);
    const dropped: Decision = { kind: "word", term: sha256, deed: "drop", instead: "" };
    await writePlan(scope, entryId, { ...plan, decisions: once([dropped, ...plan.decisions]) });
  },
});

const masked = (term: string): Decision => ({ kind: "word", term, deed: "mask", instead: "" });

/** Of two decisions about one thing the first: it was made where its kind was known. */
const once = (all: readonly Decision[]) =>
  [...new Map([...all].reverse().map((one) => [keyOf(one.term), one])).values()].reverse();

async function writePlan({ tx, space, reader }: SpaceScope, entryId: string, plan: Plan) {
  const data = { ...plan, updatedById: reader.userId, updatedAt: new Date() };
  const key = { spaceId: space.id, entryId };
  await tx.redactionPlan.upsert({ where: { spaceId_entryId: key }, create: { ...key, ...data }, update: data });
}
