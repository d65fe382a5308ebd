"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef } from "react";
import { TypedField, TypedSelect } from "@/components/form/typed";
import type { EventDraft } from "@/lib/event/queries";
import { slugFrom } from "@/lib/event/rules";
import { ZoneField } from "./zone-field";

/** Only a new event asks for its address, unless it gets a random one, and for what its maker is called there. */
export type Fresh = { hostName: string; origin: string | null };

type BasicsProps = {
  draft: EventDraft;
  zones: readonly string[];
  fresh: Fresh | undefined;
};

/** What, where and when. */
export function Basics({ draft, zones, fresh }: BasicsProps) {
  const t = useTranslations("event");
  const proposed = useRef("");
  const ui = useTranslations("ui");

  function proposeSlug({ target }: ChangeEvent<HTMLInputElement>) {
    const slug = target.form?.elements.namedItem("slug");
    if (!(slug instanceof HTMLInputElement) || slug.value !== proposed.current) return;
    proposed.current = slugFrom(target.value);
    slug.value = proposed.current;
  }

  return (
    <fieldset className="event-form-part">
      <legend>{t("basics")}</legend>
      <TypedField
        name="name"
        label={t("name")}
        defaultValue={draft.name}
        required
        maxLength={120}
        onChange={proposeSlug}
      />
      {fresh && (
        <div className="event-form-pair">
          {fresh.origin !== null && (
            <TypedField
              name="slug"
              label={t("slug")}
              hint={t("slugHint", { start: `${fresh.origin}/e/` })}
              defaultValue=""
              spellCheck={false}
            />
          )}
          <TypedField
            name="hostName"
            label={t("hostName")}
            defaultValue={fresh.hostName}
            required
            autoComplete="name"
          />
        </div>
      )}
      <div className="event-form-pair">
        <TypedField name="place" label={t("place")} defaultValue={draft.place} optional={ui("optional")} />
        <ZoneField zone={draft.zone} zones={zones} />
      </div>
      <div className="event-form-pair">
        <TypedField name="startsOn" type="date" label={t("startsOn")} defaultValue={draft.startsOn} required />
        <TypedField name="endsOn" type="date" label={t("endsOn")} defaultValue={draft.endsOn} required />
      </div>
      <div className="event-form-pair">
        <TypedSelect name="language" label={t("language")} hint={t("languageHint")} defaultValue={draft.language}>
          {["en", "fr", "nl", "de", "es"].map((language) => (
            <option key={language} value={language}>
              {t(`languages.${language}`)}
            </option>
          ))}
        </TypedSelect>
        <TypedField
          name="conductUrl"
          type="url"
          label={t("conduct")}
          defaultValue={draft.conductUrl}
          placeholder="https://"
          optional={ui("optional")}
        />
      </div>
    </fieldset>
  );
}
