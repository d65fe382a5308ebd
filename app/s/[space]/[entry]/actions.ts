"use server";

import { discardEntry, restoreRevision, setStatus } from "@/lib/entry/commands/keep";
import { nameTopic, unnameTopic } from "@/lib/entry/commands/topics";
import { spaceAction } from "@/lib/web/space";

export const setStatusAction = spaceAction(setStatus);
export const discardAction = spaceAction(discardEntry, (space) => `/s/${space}`);
export const restoreAction = spaceAction(restoreRevision, (space, id) => `/s/${space}/${id}`);
export const nameTopicAction = spaceAction(nameTopic);
export const unnameTopicAction = spaceAction(unnameTopic);
