"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField, TypedSelect } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { keepers } from "@/lib/org/rules";

/** Claims a domain: a mail goes to whoever keeps it. */
export function DomainForm({ action }: { action: ComponentProps<typeof ActionForm>["action"] }) {
  const t = useTranslations("org");
  return (
    <ActionForm
      action={action}
      className="grid gap-3"
      done={(value) => (
        <Notice tone="good" title={t("asked", { address: (value as { askedAt: string }).askedAt })}>
          {t("askedHelp")}
        </Notice>
      )}
    >
      <TypedField
        name="domain"
        label={t("domain")}
        defaultValue=""
        required
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
        inputMode="url"
      />
      <TypedSelect name="mailbox" label={t("mailbox")} hint={t("mailboxHint")} defaultValue={keepers[0]}>
        {keepers.map((keeper) => (
          <option key={keeper} value={keeper}>
            {keeper}@…
          </option>
        ))}
      </TypedSelect>
      <Submit className="justify-self-start">{t("ask")}</Submit>
    </ActionForm>
  );
}
