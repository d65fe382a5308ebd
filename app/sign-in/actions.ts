"use server";

import { redirect } from "next/navigation";
import { submitted } from "@/lib/web/action";
import { mailSignInLink, safeNext } from "@/lib/web/auth";
import type { FormState } from "@/lib/web/form-state";
import { startOAuth } from "@/lib/web/oauth";

/** Mails a link. The answer is the same whether the address is known or not. */
export async function mailLinkAction(_previous: FormState, form: FormData) {
  return submitted(form, async (typed) => {
    await mailSignInLink(String(typed.email ?? ""), safeNext(typed.next));
    return { value: null, next: "/sign-in/sent" };
  });
}

export async function startOAuthAction(form: FormData) {
  redirect(await startOAuth(String(form.get("provider")), safeNext(form.get("next"))));
}
