"use server";

import { beginDraft } from "@/lib/entry/commands/write";
import { spaceAction } from "@/lib/web/space";

export const beginAction = spaceAction(beginDraft, (space, id) => `/s/${space}/${id}/edit`);
