import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { SpokenOf } from "@/lib/passage/queries";
import { passageLink } from "@/lib/passage/rules";

type PassageListProps = {
  passages: SpokenOf[];
  /** Address of the entry. */
  at: string;
};

/** What was said of passages of the text above, each with the way to both. */
export function PassageList({ passages, at }: PassageListProps) {
  const t = useTranslations("comment");
  if (passages.length === 0) return null;
  return (
    <section aria-labelledby="passages" className="grid max-w-3xl gap-3 border-line border-t pt-6 print:hidden">
      <h2 id="passages" className="font-bold text-lg">
        {t("passages")}
      </h2>
      <ul className="grid gap-3">
        {passages.map(({ id, by, body, answers, quote, at: stands }) => (
          <li key={id} id={`said-${id}`} className="card grid scroll-mt-4 gap-1 p-3">
            {stands ? (
              <a
                href={passageLink(at, id, stands.quote)}
                className="wrap-anywhere min-h-11 border-accent border-l-4 py-2 pl-3 text-sm underline decoration-dotted"
              >
                {shortened(stands.quote)}
              </a>
            ) : (
              <p className="wrap-anywhere border-line border-l-4 py-2 pl-3 text-sm text-soft">
                <s>{shortened(quote)}</s>
              </p>
            )}
            <p className="wrap-anywhere whitespace-pre-line text-sm">
              <strong>{by ?? t("somebody")}</strong>: {body}
            </p>
            <Link
              href={`${at}/comments#comment-${id}`}
              className="inline-flex min-h-11 items-center text-accent underline"
            >
              {t("answers", { count: answers })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const shortened = (text: string) => (text.length > 140 ? `${text.slice(0, 140).trimEnd()}…` : text);
