"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type TicketFormProps = { action: ComponentProps<typeof ActionForm>["action"] };

/** The code of one's ticket, where that is what opens voting. */
export function TicketForm({ action }: TicketFormProps) {
  const t = useTranslations("me");
  return (
    <ActionForm action={action} className="grid gap-3">
      <TypedField
        name="code"
        label={t("ticket")}
        hint={t("ticketHint")}
        required
        autoComplete="off"
        spellCheck={false}
      />
      <Submit>{t("useTicket")}</Submit>
    </ActionForm>
  );
}
