"use server";

import { redirect } from "next/navigation";
import { Refused } from "@/lib/errors";
import { letterInput } from "@/lib/invitation/input";
import { nameInput } from "@/lib/member/input";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { holdLetter, openHeldLetter } from "@/lib/web/letter";

/** Takes the token from the link or from the field. Nothing is opened by that. */
export async function takeLetterAction(_previous: FormState, form: FormData) {
  return submitted(form, async ({ letter }) => {
    const read = letterInput.safeParse(letter);
    if (!read.success) throw new Refused("letter-unreadable", { letter: ["letter-unreadable"] });
    await holdLetter(read.data);
    return { value: null, next: "/invitation" };
  });
}

export async function openLetterAction(_previous: FormState, form: FormData) {
  return submitted(form, async ({ name }) => {
    const read = nameInput.safeParse(name);
    if (!read.success) throw new Refused("invalid-input", { name: ["too-small"] });
    const { kind, slug } = await openHeldLetter(read.data);
    return { value: null, next: `/${kind === "org" ? "o" : "e"}/${slug}` };
  });
}

export async function confirmDomainAction() {
  const proved = await openHeldLetter("").catch((error) => {
    if (error instanceof Refused) return null;
    throw error;
  });
  redirect(proved ? "/invitation?proved" : "/invitation");
}
