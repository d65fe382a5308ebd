"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Section } from "@/components/me/section";
import { Button } from "@/components/ui/button";
import { installOffer } from "./install-offer";

/** Only where the browser offers it, and only here: nobody is asked in the middle of something. */
export function InstallHint() {
  const t = useTranslations("me");
  const isOffered = useSyncExternalStore(installOffer.subscribe, installOffer.read, () => false);
  if (!isOffered) return null;
  return (
    <Section title={t("install")}>
      <div className="flex items-center justify-between gap-4">
        <p className="text-soft">{t("installHelp")}</p>
        <Button look="quiet" onClick={installOffer.take}>
          {t("installIt")}
        </Button>
      </div>
    </Section>
  );
}
