"use server";

import { redirect } from "next/navigation";
import { joinDay } from "@/lib/org/commands/join";
import { orgAction } from "@/lib/web/org";

export const joinDayAction = orgAction(joinDay, (slug) => redirect(`/e/${slug}`));
