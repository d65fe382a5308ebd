"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Badge } from "@/components/ui/badge";
import { OneButton } from "@/components/ui/one-button";
import type { ListedDomain } from "@/lib/org/queries";

type Action = ComponentProps<typeof OneButton>["action"];
type DomainListProps = { domains: readonly ListedDomain[]; setAdmits: Action; remove: Action };

/** The domains of a company: which are proved, and which let people in by themselves. */
export function DomainList({ domains, setAdmits, remove }: DomainListProps) {
  const t = useTranslations("org");
  if (domains.length === 0) return <p className="text-soft">{t("noDomains")}</p>;
  return (
    <ul className="grid gap-4">
      {domains.map(({ id, domain, mailbox, provedAt, admits }) => (
        <li key={id} className="grid gap-2 border-line border-t pt-3">
          <p className="flex flex-wrap items-center gap-2">
            <span className="break-all font-semibold">{domain}</span>
            <Badge tone={provedAt ? "good" : "warn"}>{provedAt ? t("proved") : t("waiting")}</Badge>
          </p>
          <p className="text-sm text-soft">
            {provedAt ? t(admits ? "admits" : "admitsNobody") : t("waitingFor", { address: `${mailbox}@${domain}` })}
          </p>
          <div className="flex flex-wrap gap-2">
            {provedAt && (
              <OneButton action={setAdmits} send={{ id, admits: admits ? "" : "on" }} look="quiet">
                {t(admits ? "stopAdmitting" : "admit")}
              </OneButton>
            )}
            <OneButton action={remove} send={{ id }} look="danger">
              {t("removeDomain")}
            </OneButton>
          </div>
        </li>
      ))}
    </ul>
  );
}
