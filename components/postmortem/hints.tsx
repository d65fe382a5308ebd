import { useTranslations } from "next-intl";
import { hintsOf } from "@/lib/blameless/rules";
import type { PostmortemDocument } from "@/lib/postmortem/input";

/** Places where a role and the reasons of the time would tell more than a name; for those who write, never a verdict. */
export function Hints({ document }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  const hints = hintsOf(document);
  if (!hints.length) return null;
  return (
    <details className="rounded-md border border-line p-3 text-sm print:hidden">
      <summary className="min-h-11 cursor-pointer font-semibold">{t("hints.title")}</summary>
      <ul className="grid gap-3">
        {hints.map(({ kind, quote }) => (
          <li key={quote}>
            <q>{quote}</q>
            <span className="block text-soft">{t(`hints.${kind}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
