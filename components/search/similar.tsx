import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Similar } from "@/lib/search/queries/similar";

/** Entries like this one, and why they are thought to be; nothing when there are none. */
export function SimilarEntries({ entries }: { entries: readonly Similar[] }) {
  const t = useTranslations("search");
  if (entries.length === 0) return null;
  return (
    <section className="grid gap-2 border-line border-t py-4">
      <h2 className="font-bold text-lg">{t("similar")}</h2>
      <ul className="grid gap-3">
        {entries.map(({ id, slug, space, title, shared }) => (
          <li key={id}>
            <Link
              href={slug ? `/library/${slug}` : `/s/${space}/${id}`}
              className="inline-flex min-h-11 items-center font-semibold underline"
            >
              {title}
            </Link>
            <p className="text-sm text-soft">{t("shares", { words: shared.join(", ") })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
