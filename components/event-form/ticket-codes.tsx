"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

type TicketCodesProps = {
  importCodes: ComponentProps<typeof ActionForm>["action"];
  tickets: { all: number; used: number };
  /** Ticket holders are those who vote here. */
  count: boolean;
};

/** The list from the ticket shop. */
export function TicketCodes({ importCodes, tickets, count }: TicketCodesProps) {
  const t = useTranslations("event");
  const said = (value: unknown) => (
    <Notice tone="good" title={t("tickets.imported", value as { added: number; known: number })} />
  );
  return (
    <section className="card grid content-start gap-3 p-4">
      <h2 className="flex items-baseline justify-between gap-3 font-bold text-lg">
        {t("tickets.title")}
        {tickets.all > 0 && <span className="font-normal text-sm text-soft">{t("tickets.count", tickets)}</span>}
      </h2>
      <p className="text-soft">{t("tickets.help")}</p>
      {!count && <p className="text-sm text-soft">{t("tickets.unused")}</p>}
      <ActionForm action={importCodes} className="grid gap-3" done={said}>
        <TypedArea name="codes" label={t("tickets.codes")} rows={4} spellCheck={false} required />
        <Submit look="quiet" className="justify-self-start">
          {t("tickets.import")}
        </Submit>
      </ActionForm>
    </section>
  );
}
