import { useTranslations } from "next-intl";
import { TypedChoice, TypedRadio } from "@/components/form/typed";
import type { EventDraft } from "@/lib/event/queries";

/** Who may give dots, and who may know of the event. */
export function Access({ draft }: { draft: EventDraft }) {
  const t = useTranslations("event");
  return (
    <div className="event-form-pair">
      <fieldset>
        <legend className="font-bold text-lg">{t("voters")}</legend>
        {(["joined", "confirmed", "ticket"] as const).map((voters) => (
          <TypedRadio
            key={voters}
            name="voters"
            value={voters}
            label={t(`votersAre.${voters}`)}
            hint={t(`votersHint.${voters}`)}
            defaultChecked={draft.voters === voters}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend className="font-bold text-lg">{t("visibility")}</legend>
        {(["public", "unlisted", "private"] as const).map((visibility) => (
          <TypedRadio
            key={visibility}
            name="visibility"
            value={visibility}
            label={t(`visibilities.${visibility}`)}
            hint={t(`visibilityHint.${visibility}`)}
            defaultChecked={draft.visibility === visibility}
          />
        ))}
        {draft.ofOrg && (
          <TypedChoice
            name="openToOrg"
            label={t("openToOrg")}
            hint={t("openToOrgHint")}
            defaultChecked={draft.openToOrg}
          />
        )}
        <TypedChoice
          name="keptOnPhones"
          label={t("keptOnPhones")}
          hint={t("keptOnPhonesHint")}
          defaultChecked={draft.keptOnPhones}
        />
      </fieldset>
    </div>
  );
}
