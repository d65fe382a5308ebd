"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Fold } from "@/components/form/fold";
import { TypedField } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

type Kept = Record<"issuer" | "clientId" | "pinClaim" | "pinValue" | "ownerClaim" | "ownerValue", string>;

type ProviderFormProps = { action: ComponentProps<typeof ActionForm>["action"]; kept: Kept | null };

/** How a company's provider is reached, and what its word counts for. */
export function ProviderForm({ action, kept }: ProviderFormProps) {
  const t = useTranslations("sso");
  const plain = { maxLength: 200, autoComplete: "off", spellCheck: false } as const;
  const field = (name: keyof Kept) => ({ ...plain, name, defaultValue: kept?.[name] ?? "" });
  return (
    <ActionForm action={action} className="grid gap-4" done={<Notice tone="good" title={t("provider.saved")} />}>
      <TypedField
        {...field("issuer")}
        label={t("provider.issuer")}
        hint={t("provider.issuerHint")}
        type="url"
        required
      />
      <TypedField {...field("clientId")} label={t("provider.clientId")} required />
      <TypedField
        {...plain}
        name="clientSecret"
        type="password"
        label={t("provider.clientSecret")}
        hint={kept ? t("provider.secretKept") : t("provider.secretHint")}
        required={!kept}
      />
      <Fold summary={t("provider.owners")}>
        <p className="text-sm text-soft">{t("provider.ownersHelp")}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <TypedField {...field("ownerClaim")} label={t("provider.claim")} />
          <TypedField {...field("ownerValue")} label={t("provider.value")} />
        </div>
      </Fold>
      <Fold summary={t("provider.pin")}>
        <p className="text-sm text-soft">{t("provider.pinHelp")}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <TypedField {...field("pinClaim")} label={t("provider.claim")} id="pin-claim" />
          <TypedField {...field("pinValue")} label={t("provider.value")} id="pin-value" />
        </div>
      </Fold>
      <Submit className="justify-self-start">{t("provider.save")}</Submit>
    </ActionForm>
  );
}
