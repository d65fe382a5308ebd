import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import { revisionOf, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { actionsInput, factorsInput, impactInput, lessonsInput, timelineInput, timesInput } from "@/lib/incident/input";
import { listOfLines } from "@/lib/incident/rules";
import { factorRows, rowsInOrder, timelineRows, timesTyped, withKeys } from "@/lib/incident/typed-rows";
import { type PostmortemDocument, postmortemDocument } from "@/lib/postmortem/input";
import type { ActionItem } from "@/lib/postmortem/rules";

/**
 * Every command here changes one part of a post-mortem and answers its id. Who saved since `base` keeps every word; refuses
 * with `entry-conflict` as `saveRevision` does, and with `not-found` what is no post-mortem of this space.
 */
export async function changePostmortem(
  scope: SpaceScope,
  { id, base }: { id: string; base: number },
  change: (document: PostmortemDocument) => Partial<PostmortemDocument>,
) {
  const { document } = await revisionOf(scope, id, base);
  if (document.kind !== "postmortem") throw new Refused("not-found");
  const next = postmortemDocument.parse({ ...document, ...change(document) });
  await saveRevision(scope, { entryId: id, base, document: next });
  return id;
}

/** When it started, was seen and was over; how bad; by whose hours. A zone that is none is left out. */
export const saveTimes = spaceCommand({
  atLeast: "contributor",
  input: timesInput,
  run: (scope, typed) => changePostmortem(scope, typed, (document) => timesTyped(typed, document)),
});

/** The rows of the timeline that a form shows; those it did not show stay. */
export const saveTimeline = spaceCommand({
  atLeast: "contributor",
  input: timelineInput,
  run: (scope, { timeline, shown, ...of }) =>
    changePostmortem(scope, of, (document) => {
      const rows = timelineRows(timeline, document);
      const gone = new Set(shown.split(",").filter((id) => !rows.some((row) => row.id === id)));
      return { timeline: rowsInOrder(document.timeline, rows, gone) };
    }),
});

export const saveFactors = spaceCommand({
  atLeast: "contributor",
  input: factorsInput,
  run: (scope, { factors, ...of }) =>
    changePostmortem(scope, of, (document) => ({ factors: factorRows(factors, document) })),
});

export const saveLessons = spaceCommand({
  atLeast: "contributor",
  input: lessonsInput,
  run: (scope, { wentWell, wentBadly, gotLucky, reasonable, ...of }) =>
    changePostmortem(scope, of, () => ({
      wentWell: listOfLines(wentWell),
      wentBadly: listOfLines(wentBadly),
      gotLucky: listOfLines(gotLucky),
      reasonable,
    })),
});

export const saveImpact = spaceCommand({
  atLeast: "contributor",
  input: impactInput,
  run: (scope, { impact, impactNumbers, ...of }) => changePostmortem(scope, of, () => ({ impact, impactNumbers })),
});

/** The day on which an action is first said to be done is the day on which it was. */
export const saveActions = spaceCommand({
  atLeast: "contributor",
  input: actionsInput,
  run: (scope, { actions, ...of }) =>
    changePostmortem(scope, of, (document) => {
      const today = new Date().toISOString().slice(0, 10);
      const doneOn = ({ id, status }: Pick<ActionItem, "id" | "status">) =>
        status === "done" ? (document.actions.find((one) => one.id === id)?.doneOn ?? today) : null;
      return { actions: withKeys(actions, "a").map((action) => ({ ...action, doneOn: doneOn(action) })) };
    }),
});
