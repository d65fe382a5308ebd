"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";

type Action = ComponentProps<typeof ActionForm>["action"];

type DirectoryProps = {
  address: string;
  tokens: readonly { id: string; label: string; usedAt: Date | null }[];
  now: Date;
  make: Action;
  end: Action;
};

/** How the company's directory tells us who has left: its address and its tokens. */
export function Directory({ address, tokens, now, make, end }: DirectoryProps) {
  const t = useTranslations("sso");
  const format = useFormatter();
  const used = (at: Date | null) =>
    at ? t("scim.used", { when: format.relativeTime(at < now ? at : now, now) }) : t("scim.unused");
  const shown = (token: unknown) => (
    <Notice tone="good" title={t("scim.made")}>
      <CopyLink label={t("scim.token")} address={String(token)} copy={t("copy")} copied={t("copied")} />
    </Notice>
  );
  return (
    <div className="grid gap-4">
      <CopyLink label={t("scim.address")} address={address} copy={t("copy")} copied={t("copied")} />
      {tokens.length > 0 && (
        <ul className="divide-y divide-line">
          {tokens.map(({ id, label, usedAt }) => (
            <li key={id} className="flex min-h-14 items-center justify-between gap-3 py-2">
              <div>
                <p className="font-semibold">{label}</p>
                <p className="text-sm text-soft">{used(usedAt)}</p>
              </div>
              <OneButton action={end} send={{ id }} look="quiet" aria-label={t("scim.endOf", { label })}>
                {t("scim.end")}
              </OneButton>
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={make} className="grid gap-3" done={shown}>
        <TypedField
          name="label"
          label={t("scim.label")}
          hint={t("scim.labelHint")}
          maxLength={60}
          autoComplete="off"
          required
        />
        <Submit look="quiet" className="justify-self-start">
          {t("scim.make")}
        </Submit>
      </ActionForm>
    </div>
  );
}
