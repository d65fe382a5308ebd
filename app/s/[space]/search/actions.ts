"use server";

import { forgetSearch, keepSearch } from "@/lib/search/commands";
import { spaceAction } from "@/lib/web/space";

export const keepSearchAction = spaceAction(keepSearch);
export const forgetSearchAction = spaceAction(forgetSearch);
