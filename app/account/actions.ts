"use server";

import { revalidatePath } from "next/cache";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { keepLocale } from "@/lib/web/locale";
import { endViewerSession } from "@/lib/web/sessions";
import { keepTheme } from "@/lib/web/theme";

export async function chooseThemeAction(form: FormData) {
  await keepTheme(String(form.get("theme")));
  revalidatePath("/", "layout");
}

export async function chooseLocaleAction(form: FormData) {
  await keepLocale(String(form.get("locale")));
  revalidatePath("/", "layout");
}

export async function endSessionAction(_previous: FormState, form: FormData) {
  return submitted(form, async (typed) => {
    await endViewerSession({ id: typed.id });
    revalidatePath("/account");
    return { value: null };
  });
}
