"use client";

import type { ReactNode, SubmitEvent } from "react";
import { forgetHere } from "@/components/offline/forget";

type ForgetfulFormProps = { everywhere?: boolean; children: ReactNode };

/**
 * Leaving takes along what this phone kept for the person: pages, dots that wait, drafts. The next person starts afresh.
 * What a browser does not do by itself when the answer asks it to, is done before.
 */
export function ForgetfulForm({ everywhere = false, children }: ForgetfulFormProps) {
  return (
    <form method="post" action="/account/leave" onSubmit={forgetFirst}>
      {everywhere && <input type="hidden" name="everywhere" value="on" />}
      {children}
    </form>
  );
}

async function forgetFirst(submit: SubmitEvent<HTMLFormElement>) {
  submit.preventDefault();
  const form = submit.currentTarget;
  await forgetHere(null).catch(() => {});
  form.submit();
}
