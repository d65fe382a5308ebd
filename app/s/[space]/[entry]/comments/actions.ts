"use server";

import { addComment, removeComment, resolveComment, saySaw, watchEntry } from "@/lib/comment/commands";
import { spaceAction } from "@/lib/web/space";

export const addCommentAction = spaceAction(addComment);
export const resolveCommentAction = spaceAction(resolveComment);
export const removeCommentAction = spaceAction(removeComment);
export const saySawAction = spaceAction(saySaw);
export const watchEntryAction = spaceAction(watchEntry);
