"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext } from "react";
import { type FormState, idle } from "@/lib/web/form-state";

/** What the form around a field knows since it was last sent. */
export const SentForm = createContext<FormState>(idle);

/** What a field shows: the text that was refused, or what it starts with; and what was wrong with it. */
export function useTyped(name: string, initial = "") {
  const state = useContext(SentForm);
  const t = useTranslations("refused");
  if (state.status !== "refused") return { value: initial, complaint: null };
  const code = state.fields[name]?.[0];
  return { value: state.values[name] ?? "", complaint: code ? complaintAbout(t, name, code) : null };
}

type Speak = ReturnType<typeof useTranslations<"refused">>;

/** The sentence for this very field where there is one, else the one for its kind of mistake. */
function complaintAbout(t: Speak, name: string, code: string) {
  const field = name.replaceAll(/\.\d+/g, "");
  const keys = [`field.${field}.${code}`, code];
  return t(keys.find((key) => t.has(key)) ?? "look-again");
}
