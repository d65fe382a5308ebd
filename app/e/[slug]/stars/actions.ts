"use server";

import { starTalk } from "@/lib/programme/commands";
import { action } from "@/lib/web/action";

export const starTalkAction = action(starTalk);
