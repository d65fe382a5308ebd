"use server";

import { spaceAction } from "@/lib/web/space";
import { reportWorksHere, takeBackWorksHere } from "@/lib/works/commands";

export const reportHereAction = spaceAction(reportWorksHere);
export const takeBackHereAction = spaceAction(takeBackWorksHere);
