import { useTranslations } from "next-intl";
import { Submit } from "@/components/ui/submit";

type DomainLetterProps = { org: string; domain: string; confirm: () => Promise<void> };

/** Whoever keeps a domain says that it is this company's. */
export function DomainLetter({ org, domain, confirm }: DomainLetterProps) {
  const t = useTranslations("letter");
  return (
    <form action={confirm} className="grid gap-4">
      <p>{t("domainAsks", { org, domain })}</p>
      <p className="text-sm text-soft">{t("domainMeans", { domain })}</p>
      <Submit large>{t("domainYes", { domain })}</Submit>
    </form>
  );
}
