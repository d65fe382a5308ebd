"use server";

import { forgetSearch, keepSearch } from "@/lib/search/commands";
import { ownSpaceAction } from "@/lib/web/space";

export const keepOwnSearchAction = ownSpaceAction(keepSearch, "/library");
export const forgetOwnSearchAction = ownSpaceAction(forgetSearch, "/library");
