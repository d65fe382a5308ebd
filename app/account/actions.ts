"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { keepLocale } from "@/lib/web/locale";
import { signOutEverywhere, signOutHere } from "@/lib/web/sign-out";
import { keepTheme } from "@/lib/web/theme";

export async function chooseThemeAction(form: FormData) {
  await keepTheme(String(form.get("theme")));
  revalidatePath("/", "layout");
}

export async function chooseLocaleAction(form: FormData) {
  await keepLocale(String(form.get("locale")));
  revalidatePath("/", "layout");
}

export async function leaveHereAction() {
  await signOutHere();
  redirect("/");
}

export async function leaveEverywhereAction() {
  await signOutEverywhere();
  redirect("/");
}
