"use server";

import { forkPublished } from "@/lib/proposal/commands";
import { spaceAction } from "@/lib/web/space";

export const forkPublishedAction = spaceAction(forkPublished, (space, id) => `/s/${space}/${id}`);
