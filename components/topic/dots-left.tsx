"use client";

import { useTranslations } from "next-intl";
import { DotRow } from "./dot-row";

/** The dots that a person still has in hand, as dots. */
export function DotsLeft({ left, total }: { left: number; total: number }) {
  const t = useTranslations("topic");
  return (
    <p className="dots-left" role="status">
      <DotRow down={left} places={total} />
      <span className="sr-only">{t("dotsLeft", { left, total })}</span>
    </p>
  );
}
