import { useTranslations } from "next-intl";
import { OneButton } from "@/components/ui/one-button";
import type { FormState } from "@/lib/web/form-state";

type SourcesProps = {
  sources: { name: string; series: number; isQuiet: boolean }[];
  entry: string;
  drop: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** What was pasted, each to be taken back. */
export function Sources({ sources, entry, drop }: SourcesProps) {
  const t = useTranslations("series");
  return (
    <ul className="grid gap-2">
      {sources.map(({ name, series, isQuiet }) => (
        <li key={name} className="flex flex-wrap items-center justify-between gap-3">
          <span className="wrap-anywhere">
            {name || t("unnamed")} <span className="text-soft">{t("count", { count: series })}</span>
            {isQuiet && <span className="text-soft"> · {t("quiet")}</span>}
          </span>
          <OneButton action={drop} send={{ entryId: entry, sourceName: name }} look="plain">
            {t("dropSource")}
          </OneButton>
        </li>
      ))}
    </ul>
  );
}
