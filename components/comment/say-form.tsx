import { useTranslations } from "next-intl";
import { TypedArea } from "@/components/form/typed";
import { KeptComment } from "@/components/passage/kept-comment";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type SayFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  entry: string;
  /** Whose browser it is. */
  person: string;
};

/** Something new to say, about a passage or the whole. */
export function SayForm({ action, entry, person }: SayFormProps) {
  const t = useTranslations("comment");
  return (
    <KeptComment
      {...{ person, entry, action }}
      on="whole"
      className="grid gap-4"
      done={<p role="status">{t("said")}</p>}
    >
      <TypedArea name="quote" label={t("quote")} hint={t("quoteHint")} maxLength={2_000} rows={2} />
      <TypedArea name="body" label={t("body")} required maxLength={10_000} />
      <Submit className="justify-self-start">{t("send")}</Submit>
    </KeptComment>
  );
}
