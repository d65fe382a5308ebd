"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/field";
import { Submit } from "@/components/ui/submit";

type Action = ComponentProps<typeof ActionForm>["action"];
type PersonProps = {
  person: { id: string; name: string; role: string; isMe: boolean };
  roles: readonly string[];
  setRole: Action;
  remove: Action;
};

/** One person of the list; what may be done about them behind their name. */
export function Person({ person: { id, name, role, isMe }, roles, setRole, remove }: PersonProps) {
  const t = useTranslations("people");
  return (
    <li>
      <details className="fold">
        <summary className="gap-3">
          <span className="min-w-0 grow break-words">
            {name} {isMe && <span className="text-soft">({t("you")})</span>}
          </span>
          {role !== roles[0] && <Badge>{t(`roles.${role}`)}</Badge>}
        </summary>
        <div className="grid gap-3 pb-3">
          <ActionForm action={setRole} className="flex flex-wrap items-end gap-2 [&>:first-child]:grow">
            <Select id={`role-${id}`} name="role" label={t("role")} defaultValue={role} key={role}>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {t(`roles.${one}`)}
                </option>
              ))}
            </Select>
            <input type="hidden" name="id" value={id} />
            <Submit look="quiet">{t("setRole")}</Submit>
          </ActionForm>
          <ActionForm action={remove} className="grid gap-2">
            <input type="hidden" name="id" value={id} />
            <p className="text-sm text-soft">{t("removeHelp")}</p>
            <Submit look="danger" className="justify-self-start">
              {t("remove", { name })}
            </Submit>
          </ActionForm>
        </div>
      </details>
    </li>
  );
}
