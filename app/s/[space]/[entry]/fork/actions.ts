"use server";

import { forkEntry, offerImprovement } from "@/lib/proposal/commands";
import { spaceAction } from "@/lib/web/space";

export const forkAction = spaceAction(forkEntry, (space, id) => `/s/${space}/${id}`);
export const offerAction = spaceAction(offerImprovement);
