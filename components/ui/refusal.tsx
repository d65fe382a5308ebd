"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/lib/web/form-state";
import { Button } from "./button";
import { Icon } from "./icon";
import { Notice } from "./notice";

type RefusalProps = { state: FormState; onClose?: () => void };

/**
 * What happened and what to do, for a refused form; nothing while it is not refused. Needs the words `refused`
 * and `ui`. Props: state, onClose (shows a cross).
 */
export function Refusal({ state, onClose }: RefusalProps) {
  const words = useTranslations("refused");
  const t = useTranslations("ui");
  if (state.status !== "refused") return null;
  const { reason, about } = state;
  return (
    <Notice
      tone="bad"
      title={words(words.has(reason) ? reason : "broken", about)}
      action={
        onClose && (
          <Button look="plain" icon aria-label={t("close")} onClick={onClose}>
            <Icon name="cross" />
          </Button>
        )
      }
    />
  );
}
