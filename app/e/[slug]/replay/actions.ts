"use server";

import { clearWall, showOnWall } from "@/lib/replay/commands";
import { action } from "@/lib/web/action";

export const showOnWallAction = action(showOnWall);
export const clearWallAction = action(clearWall);
