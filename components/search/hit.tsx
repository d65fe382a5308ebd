import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Hit } from "@/lib/search/queries/search";
import { piecesOf } from "@/lib/search/rules";

/** One that was found: what it is, where it lies, and where in it stands what was sought. */
export function FoundEntry({ hit, inOneSpace }: { hit: Hit; inOneSpace: boolean }) {
  const t = useTranslations("search");
  const { title, summary, passage, kind, tags, space, lang } = hit;
  return (
    <article className="grid gap-1.5 border-line border-t py-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{t(`value.kind.${kind}`)}</Badge>
        {space && !inOneSpace && (
          <Badge tone="warn">{space.name ? t("onlyIn", { space: space.name }) : t("onlyMine")}</Badge>
        )}
      </p>
      <h2 className="font-semibold text-lg" lang={lang}>
        <Link href={addressOf(hit)} className="hover:underline">
          {title}
        </Link>
      </h2>
      {summary && (
        <p className="line-clamp-2 max-w-[75ch]" lang={lang}>
          {summary}
        </p>
      )}
      {passage.includes("\uE000") && (
        <p className="max-w-[75ch] text-sm text-soft" lang={lang}>
          {piecesOf(passage).map(({ text, matches, at }) =>
            matches ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
          )}
        </p>
      )}
      {tags.length > 0 && <p className="text-soft text-xs">{tags.join(" · ")}</p>}
    </article>
  );
}

const addressOf = ({ slug, space, id }: Hit) => (slug === null ? `/s/${space.slug}/${id}` : `/library/${slug}`);
