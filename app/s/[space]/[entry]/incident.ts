"use server";

import { saveActions, saveFactors, saveImpact, saveLessons, saveTimeline, saveTimes } from "@/lib/incident/commands";
import type { FormState } from "@/lib/web/form-state";
import { pasteTimelineAs } from "@/lib/web/paste-timeline";
import { spaceAction } from "@/lib/web/space";

const backTo = (part: string) => (space: string, id: string) => `/s/${space}/${id}#${part}`;

export const saveTimesAction = spaceAction(saveTimes, backTo("times"));
export const saveTimelineAction = spaceAction(saveTimeline, backTo("timeline"));
export const saveFactorsAction = spaceAction(saveFactors, backTo("factors"));
export const saveLessonsAction = spaceAction(saveLessons, backTo("lessons"));
export const saveImpactAction = spaceAction(saveImpact, backTo("impact"));
export const saveActionsAction = spaceAction(saveActions, backTo("actions"));

export async function pasteTimelineAction(space: string, previous: FormState, form: FormData) {
  return pasteTimelineAs(space, previous, form);
}
