"use server";

import { redirect } from "next/navigation";
import { liftHold, placeHold, purgeNow, setRetention } from "@/lib/retention/commands";
import type { Keeps } from "@/lib/retention/rules";
import { action, performAs, submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { purgeOrdered } from "@/lib/web/purge";
import { viewerId } from "@/lib/web/viewer";

export const setRetentionAction = action(setRetention);
export const placeHoldAction = action(placeHold);
export const liftHoldAction = action(liftHold);

/** Orders the purge and does it. Where it leads is no page of the event: there may be none any more. */
export async function purgeNowAction(slug: string, _previous: FormState, form: FormData) {
  return submitted(form, async (typed) => {
    const userId = await viewerId();
    if (!userId) redirect("/sign-in");
    await purgeOrdered(await performAs(userId, purgeNow, slug, typed as { name: string; keeps: Keeps }));
    return { value: null, next: "/account#data" };
  });
}
