import { useTranslations } from "next-intl";
import { TypedChoice, TypedField, TypedRadio } from "@/components/form/typed";
import type { EventDraft } from "@/lib/event/queries";

/** How many dots, on what, and when the hall sees them. */
export function Dotting({ draft }: { draft: EventDraft }) {
  const t = useTranslations("event");
  const number = { type: "number", inputMode: "numeric", min: 1, max: 100, required: true } as const;
  return (
    <fieldset className="event-form-part">
      <legend>{t("dots")}</legend>
      <div className="event-form-pair">
        <TypedField name="dotsPerMember" label={t("dotsPerMember")} defaultValue={draft.dotsPerMember} {...number} />
        <TypedField name="dotsPerTopic" label={t("dotsPerTopic")} defaultValue={draft.dotsPerTopic} {...number} />
      </div>
      <div>
        <TypedRadio
          name="tallies"
          value="hidden"
          label={t("talliesHidden")}
          hint={t("talliesHiddenHint")}
          defaultChecked={draft.tallies === "hidden"}
        />
        <TypedRadio name="tallies" value="shown" label={t("talliesShown")} defaultChecked={draft.tallies === "shown"} />
        <TypedChoice name="mayDotOwnTopic" label={t("ownTopics")} defaultChecked={draft.mayDotOwnTopic} />
      </div>
    </fieldset>
  );
}
