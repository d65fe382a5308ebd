import { useTranslations } from "next-intl";
import type { Found } from "@/lib/comment/rules";
import { passageLink } from "@/lib/passage/rules";

type PassageProps = {
  /** Address of the entry. */
  at: string;
  /** Of the comment. */
  id: string;
  quote: string;
  found: Found;
};

/** The passage that somebody spoke of, where it stands today; or as it read, when it is not there any more. */
export function Passage({ at, id, quote, found }: PassageProps) {
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
      {found.state !== "gone" && (
        <a
          href={passageLink(at, id, found.text)}
          className="inline-flex min-h-11 items-center justify-self-start text-accent text-sm underline"
        >
          {t("inText")}
        </a>
      )}
      {found.state === "changed" && (
        <p className="wrap-anywhere text-sm text-warn">
          {t("changed")} <q className="text-ink">{found.text}</q>
        </p>
      )}
      {found.state === "gone" && <p className="text-sm text-warn">{t("gone")}</p>}
    </div>
  );
}
