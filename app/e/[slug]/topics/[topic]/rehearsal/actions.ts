"use server";

import { reportRehearsal } from "@/lib/rehearsal/commands";
import { action } from "@/lib/web/action";

export const reportRehearsalAction = action(reportRehearsal);
