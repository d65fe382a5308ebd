import { useTranslations } from "next-intl";

type TakeAlongProps = { at: string; formats: readonly ("zip" | "markdown" | "json" | "site")[] };

/** An entry or a space as files. */
export function TakeAlong({ at, formats }: TakeAlongProps) {
  const t = useTranslations("entry");
  return (
    <details className="take-along">
      <summary className="button button-plain">{t("takeAlong")}</summary>
      <div className="flex flex-wrap gap-2 pt-2">
        {formats.map((format) => (
          <a key={format} className="button button-quiet" href={`${at}/export/${format}`} download>
            {t(`as.${format}`)}
          </a>
        ))}
      </div>
    </details>
  );
}
