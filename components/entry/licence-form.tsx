import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type LicenceFormProps = { licence: string; offer: (previous: FormState, form: FormData) => Promise<FormState> };

/** What new entries are offered first. */
export function LicenceForm({ licence, offer }: LicenceFormProps) {
  const t = useTranslations("entry");
  return (
    <section className="grid gap-3 border-line border-t pt-6">
      <h2 className="font-bold text-lg">{t("firstLicence")}</h2>
      <ActionForm action={offer} className="grid gap-3" done={<Notice tone="good" title={t("licenceSet")} />}>
        <TypedField name="licence" label={t("licence")} hint={t("licenceHelp")} defaultValue={licence} />
        <Submit look="quiet" className="justify-self-start">
          {t("setLicence")}
        </Submit>
      </ActionForm>
    </section>
  );
}
