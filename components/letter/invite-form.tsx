"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField, TypedSelect } from "@/components/form/typed";
import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

type InviteFormProps = { action: ComponentProps<typeof ActionForm>["action"]; roles: readonly string[] };

/** Makes an invitation; its link is shown this once. */
export function InviteForm({ action, roles }: InviteFormProps) {
  const t = useTranslations("letter");
  return (
    <ActionForm action={action} className="grid gap-3" done={(value) => <Invited value={value} />}>
      <TypedField
        name="boundTo"
        label={t("boundTo")}
        hint={t("boundToHint")}
        defaultValue=""
        autoComplete="off"
        spellCheck={false}
        inputMode="email"
        maxLength={254}
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 [&>:first-child]:max-sm:col-span-2">
        <TypedSelect name="role" label={t("role")} defaultValue={roles[0]}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </TypedSelect>
        <TypedField name="uses" type="number" label={t("uses")} defaultValue="1" min={1} max={2000} />
        <TypedField name="days" type="number" label={t("days")} defaultValue="7" min={1} max={90} />
      </div>
      <Submit className="justify-self-start">{t("invite")}</Submit>
    </ActionForm>
  );
}

function Invited({ value }: { value: unknown }) {
  const t = useTranslations("letter");
  const { link, mailedTo } = value as { link: string; mailedTo: string | null };
  return (
    <div className="grid gap-3">
      <Notice tone="good" title={mailedTo ? t("mailed", { email: mailedTo }) : t("made")}>
        {t("onlyNow")}
      </Notice>
      <CopyLink label={t("linkOf")} address={link} copy={t("copy")} copied={t("copied")} />
    </div>
  );
}
