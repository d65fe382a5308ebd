import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Fold } from "@/components/form/fold";
import { TypedHidden, TypedSelect } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import { entryStatuses } from "@/lib/entry/input";
import type { FormState } from "@/lib/web/form-state";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;
type StatusFormProps = { id: string; status: string; set: Act; discard: Act };

/** How far an entry is, and its end. */
export function StatusForm({ id, status, set, discard }: StatusFormProps) {
  const t = useTranslations("entry");
  return (
    <>
      <ActionForm action={set} className="flex flex-wrap items-end gap-2">
        <TypedHidden name="id" defaultValue={id} />
        <TypedSelect name="status" label={t("statusIs")} defaultValue={status}>
          {entryStatuses.map((one) => (
            <option key={one} value={one}>
              {t(`status.${one}`)}
            </option>
          ))}
        </TypedSelect>
        <Submit look="quiet">{t("setStatus")}</Submit>
      </ActionForm>
      <ActionForm action={discard}>
        <Fold summary={t("discard")}>
          <p>{t("discardHelp")}</p>
          <TypedHidden name="id" defaultValue={id} />
          <Submit look="danger" className="justify-self-start">
            {t("discardNow")}
          </Submit>
        </Fold>
      </ActionForm>
    </>
  );
}
