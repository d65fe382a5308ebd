import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedField } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";
import { ConfidentialityChoice } from "./confidentiality-choice";

type UnnamedFormProps = { action: (previous: FormState, form: FormData) => Promise<FormState> };

/** A plain form that nothing keeps on the phone: neither drafts nor the outbox know of it. */
export function UnnamedForm({ action }: UnnamedFormProps) {
  const t = useTranslations("confidential");
  const topic = useTranslations("topic");
  const ui = useTranslations("ui");
  return (
    <ActionForm action={action} className="grid gap-4">
      <p>{t("unnamedHelp")}</p>
      <Notice title={t("unnamedWords")}>{t("unnamedMind")}</Notice>
      <div className="sticky-note grid gap-4 p-4">
        <TypedField
          name="title"
          label={topic("titleLabel")}
          required
          minLength={3}
          maxLength={100}
          autoComplete="off"
          className="control font-semibold"
        />
        <TypedArea
          name="pitch"
          label={topic("pitchLabel")}
          optional={ui("optional")}
          rows={2}
          maxLength={280}
          autoComplete="off"
        />
      </div>
      <ConfidentialityChoice />
      <Submit large>{t("hangUp")}</Submit>
    </ActionForm>
  );
}
