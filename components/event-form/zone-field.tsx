"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { TypedField } from "@/components/form/typed";

/** The place's time zone; a new event proposes the browser's own. */
export function ZoneField({ zone, zones }: { zone: string; zones: readonly string[] }) {
  const t = useTranslations("event");
  const list = useRef<HTMLDataListElement>(null);

  useEffect(() => {
    const field = list.current?.parentElement?.querySelector("input");
    if (field && field.value === "") field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }, []);

  return (
    <div>
      <TypedField name="zone" label={t("zone")} defaultValue={zone} list="zones" required spellCheck={false} />
      <datalist id="zones" ref={list}>
        {zones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
