"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type CodeFormProps = { action: ComponentProps<typeof ActionForm>["action"]; code?: string; next?: string };

/** The code from the wall, typed by hand. */
export function CodeForm({ action, code = "", next }: CodeFormProps) {
  const t = useTranslations("join");
  return (
    <ActionForm action={action} className="grid gap-4">
      {next && <input type="hidden" name="next" value={next} />}
      <TypedField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        defaultValue={code}
        required
        maxLength={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        className="control code-control"
      />
      <Submit large>{t("open")}</Submit>
    </ActionForm>
  );
}
