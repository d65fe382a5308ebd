import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedChoice } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import type { LineActs } from "./question-line";

type AskFormProps = { action: LineActs["vote"]; about: string; subjectId: string; isNamed: boolean };

/** A plain form that nothing keeps on the phone: neither drafts nor the outbox know what was asked without a name. */
export function AskForm({ action, about, subjectId, isNamed }: AskFormProps) {
  const t = useTranslations("question");
  return (
    <ActionForm
      action={action}
      className="card grid gap-2 p-4"
      done={
        <p role="status" className="font-semibold text-good">
          {t("asked")}
        </p>
      }
    >
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <TypedArea
        name="body"
        id="question"
        label={t("yours")}
        required
        rows={2}
        minLength={3}
        maxLength={500}
        autoComplete="off"
      />
      {isNamed ? (
        <TypedChoice name="unnamed" label={t("unnamed")} hint={t("unnamedHelp")} />
      ) : (
        <p className="text-sm text-soft">{t("namelessHelp")}</p>
      )}
      <Submit className="justify-self-start">{t("ask")}</Submit>
    </ActionForm>
  );
}
