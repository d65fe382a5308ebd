import { useTranslations } from "next-intl";

/** The numbers of a chart as a file. */
export function CsvLink({ name, href }: { name: string; href: string }) {
  const t = useTranslations("series");
  return (
    <a
      href={href}
      download
      className="flex min-h-11 items-center text-accent text-sm"
      aria-label={`${t("csv")}: ${name}`}
    >
      {t("csv")}
    </a>
  );
}
