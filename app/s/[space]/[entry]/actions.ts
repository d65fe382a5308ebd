"use server";

import { discardEntry, restoreRevision, setStatus } from "@/lib/entry/commands/keep";
import { spaceAction } from "@/lib/web/space";

export const setStatusAction = spaceAction(setStatus);
export const discardAction = spaceAction(discardEntry, (space) => `/s/${space}`);
export const restoreAction = spaceAction(restoreRevision, (space, id) => `/s/${space}/${id}`);
