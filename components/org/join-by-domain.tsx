"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type JoinByDomainProps = {
  org: { slug: string; name: string };
  name: string;
  action: ComponentProps<typeof ActionForm>["action"];
};

/** One's company is here already, and one's confirmed address lets one in. */
export function JoinByDomain({ org, name, action }: JoinByDomainProps) {
  const t = useTranslations("org");
  return (
    <section className="card grid gap-3 p-4">
      <h2 className="font-bold text-lg">{org.name}</h2>
      <p className="text-soft">{t("openToYou")}</p>
      <ActionForm action={action} className="grid gap-3">
        <input type="hidden" name="org" value={org.slug} />
        <TypedField
          name="name"
          id={`name-${org.slug}`}
          label={t("yourName")}
          defaultValue={name}
          required
          maxLength={60}
          autoComplete="name"
        />
        <Submit>{t("join", { org: org.name })}</Submit>
      </ActionForm>
    </section>
  );
}
