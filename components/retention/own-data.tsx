import { useTranslations } from "next-intl";
import { Section } from "@/components/me/section";
import { LinkButton } from "@/components/ui/button";

/** What a person may do with what is kept about them. `receipts`: how many purges they hold a receipt of. */
export function OwnData({ receipts }: { receipts: number }) {
  const t = useTranslations("retention");
  return (
    <Section title={t("own.title")} id="data">
      <p className="text-soft">{t("own.help")}</p>
      <div className="flex flex-wrap gap-2">
        <a className="button button-quiet" href="/account/export" download>
          {t("own.take")}
        </a>
        {receipts > 0 && (
          <a className="button button-quiet" href="/account/receipts" download>
            {t("own.receipts", { count: receipts })}
          </a>
        )}
        <LinkButton href="/account/erase" look="plain">
          {t("own.erase")}
        </LinkButton>
      </div>
    </Section>
  );
}
