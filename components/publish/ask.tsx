import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import type { StudioView } from "@/lib/sanitise/queries";
import type { StudioAction } from "./findings";

/** Asks for the copy to be published as it is now. Props: view, action. */
export function Ask({ view, action }: { view: StudioView; action: StudioAction }) {
  const t = useTranslations("publish");
  const { entry, publicAt, proposed, copy } = view;
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{t("ask")}</h2>
      <p className="max-w-[70ch] text-soft">
        {copy.licence ? t("askHelp", { licence: copy.licence, credit: copy.credit || "–" }) : t("licenceFirst")}
      </p>
      <ActionForm action={action} className="grid max-w-2xl gap-4">
        <input type="hidden" name="entryId" value={entry.id} />
        {!publicAt && (
          <TypedField
            name="slug"
            label={t("address")}
            hint={t("addressHint")}
            defaultValue={proposed.slug}
            maxLength={80}
          />
        )}
        <TypedField name="version" label={t("version")} defaultValue={proposed.version} maxLength={60} />
        {publicAt && <TypedArea name="changes" label={t("changes")} maxLength={4000} />}
        <TypedField name="releaseAt" type="datetime-local" label={t("embargo")} hint={t("embargoHint")} />
        <Submit look="primary" className="justify-self-start">
          {t("doAsk")}
        </Submit>
      </ActionForm>
    </section>
  );
}
