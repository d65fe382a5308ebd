"use server";

import { releaseVersion, yankVersion } from "@/lib/version/commands";
import { spaceAction } from "@/lib/web/space";

export const releaseAction = spaceAction(releaseVersion);
export const yankAction = spaceAction(yankVersion);
