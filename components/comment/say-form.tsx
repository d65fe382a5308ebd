import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type SayFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  entry: string;
};

/** Something new to say, about a passage or the whole. */
export function SayForm({ action, entry }: SayFormProps) {
  const t = useTranslations("comment");
  return (
    <ActionForm action={action} className="grid gap-4" done={<p role="status">{t("said")}</p>}>
      <input type="hidden" name="entryId" value={entry} />
      <TypedArea name="quote" label={t("quote")} hint={t("quoteHint")} maxLength={2_000} rows={2} />
      <TypedArea name="body" label={t("body")} required maxLength={10_000} />
      <Submit className="justify-self-start">{t("send")}</Submit>
    </ActionForm>
  );
}
