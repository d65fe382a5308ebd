"use server";

import { revalidatePath } from "next/cache";
import { keepLocale } from "@/lib/web/locale";
import { keepTheme } from "@/lib/web/theme";

export async function chooseThemeAction(form: FormData) {
  await keepTheme(String(form.get("theme")));
  revalidatePath("/", "layout");
}

export async function chooseLocaleAction(form: FormData) {
  await keepLocale(String(form.get("locale")));
  revalidatePath("/", "layout");
}
