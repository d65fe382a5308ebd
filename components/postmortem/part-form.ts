import { useTranslations } from "next-intl";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import type { FormState } from "@/lib/web/form-state";

export type PartFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Entry, and the revision that the form was made of. */
  of: { id: string; base: number };
  document: PostmortemDocument;
};

/** What the forms with rows say of their rows. */
export function useRowWords() {
  const t = useTranslations("postmortem");
  return { row: t("row"), add: t("addRow"), out: t("outRow"), save: t("save") };
}
