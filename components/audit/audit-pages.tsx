import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import { Tabs } from "@/components/ui/tabs";

import { type AuditLine, type Chapter, chapterNames } from "@/lib/audit/rules";
import { AuditList } from "./audit-list";

type AuditPagesProps = {
  /** The address of this page. */
  at: string;
  lines: readonly AuditLine[];
  older: number | null;
  about: Chapter | undefined;
  /** Chapters that this audit cannot have. */
  without: readonly Chapter[];
  zone: string;
};

/** What was done with power, page by page, and the way to take a copy along. */
export function AuditPages({ at, lines, older, about, without, zone }: AuditPagesProps) {
  const t = useTranslations("audit");
  const shown = chapterNames.filter((name) => !without.includes(name));
  const of = (name?: string) => (name ? `?about=${name}` : "");
  return (
    <div className="grid gap-4">
      <Tabs
        label={t("chapters")}
        tabs={[
          { key: "", label: t("all"), href: at },
          ...shown.map((name) => ({ key: name, label: t(`chapter.${name}`), href: `${at}${of(name)}` })),
        ]}
        current={about ?? ""}
      />
      {lines.length > 0 ? <AuditList lines={lines} zone={zone} /> : <p className="text-soft">{t("none")}</p>}
      {older !== null && (
        <LinkButton href={`${at}?before=${older}${about ? `&about=${about}` : ""}`} className="justify-self-start">
          {t("older")}
        </LinkButton>
      )}
      <form method="post" action={`${at}/export`} className="card grid gap-2 p-4">
        <p className="text-soft">{t("copyHelp")}</p>
        <Submit look="quiet" className="justify-self-start">
          {t("copy")}
        </Submit>
      </form>
    </div>
  );
}
