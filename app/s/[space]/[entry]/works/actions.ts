"use server";

import { startRehearsal } from "@/lib/rehearsal/commands";
import { spaceAction } from "@/lib/web/space";
import { reportWorksHere, takeBackWorksHere } from "@/lib/works/commands";

export const reportHereAction = spaceAction(reportWorksHere);
export const takeBackHereAction = spaceAction(takeBackWorksHere);
export const startRehearsalAction = spaceAction(startRehearsal, (_space, at) => at);
