"use client";

import { useTranslations } from "next-intl";
import { type TextField, type Texts, textFields } from "@/lib/entry/rules";

/** What stands now where somebody else changed the same, beside what was typed. */
export function Standing({ places, texts }: { places: readonly string[]; texts: Texts }) {
  const t = useTranslations("entry");
  const fields = places.filter((place): place is TextField => textFields.includes(place as TextField));
  return (
    <section className="card grid gap-3 p-4" aria-label={t("standsNow")}>
      <h2 className="font-bold">{t("standsNow")}</h2>
      {fields.map((field) => (
        <div key={field} className="grid gap-1.5">
          <label htmlFor={`now-${field}`} className="font-semibold text-sm">
            {t(field)}
          </label>
          <textarea
            id={`now-${field}`}
            readOnly
            value={texts[field]}
            rows={8}
            className="control max-h-96 overflow-auto font-mono text-sm"
          />
        </div>
      ))}
    </section>
  );
}
