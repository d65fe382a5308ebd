"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CopyLink } from "@/components/ui/copy-link";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";

type CrewLinkProps = { address: string; rotate: ComponentProps<typeof ActionForm>["action"] };

/** The link that makes facilitators. */
export function CrewLink({ address, rotate }: CrewLinkProps) {
  const t = useTranslations("event");
  return (
    <section className="card grid content-start gap-3 p-4">
      <h2 className="font-bold text-lg">{t("crew.title")}</h2>
      <p className="text-soft">{t("crew.help")}</p>
      <CopyLink label={t("crew.link")} address={address} copy={t("copy")} copied={t("copied")} />
      <ActionForm action={rotate} className="grid gap-2" done={<Notice tone="good" title={t("crew.rotated")} />}>
        <Submit look="plain" className="justify-self-start">
          {t("crew.rotate")}
        </Submit>
      </ActionForm>
    </section>
  );
}
