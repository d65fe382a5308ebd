import { useTranslations } from "next-intl";
import type { Found } from "@/lib/comment/rules";

/** The passage that somebody spoke of, where it stands today; or as it read, when it is not there any more. */
export function Passage({ quote, found }: { quote: string; found: Found }) {
  const t = useTranslations("comment");
  return (
    <div className="grid gap-1">
      <blockquote className="wrap-anywhere border-accent border-l-4 pl-3 text-sm">
        {found.state === "there" ? (
          <>
            <span className="text-soft">…{found.before}</span>
            <mark className="bg-sticky text-ink">{found.text}</mark>
            <span className="text-soft">{found.after}…</span>
          </>
        ) : (
          <span>{quote}</span>
        )}
      </blockquote>
      {found.state === "changed" && (
        <p className="wrap-anywhere text-sm text-warn">
          {t("changed")} <q className="text-ink">{found.text}</q>
        </p>
      )}
      {found.state === "gone" && <p className="text-sm text-warn">{t("gone")}</p>}
    </div>
  );
}
