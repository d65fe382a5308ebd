"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";

type RefusalProps = {
  reason: string;
  /** Fills the sentence's placeholders. */
  about?: Record<string, string | number>;
  /** A way out, for instance a link. */
  action?: ReactNode;
};

/** What happened and what to do, for any reason a command refuses with. Needs the words of `refused`. */
export function Refusal({ reason, about = {}, action }: RefusalProps) {
  const t = useTranslations("refused");
  return <Notice tone="bad" title={t(t.has(reason) ? reason : "broken", about)} action={action} />;
}
