import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";

type SpaceLinksProps = {
  spaces: readonly {
    slug: string;
    kind: "personal" | "event" | "org";
    name: string | null;
    role: string;
    entries: number;
  }[];
};

/** The spaces of a person: their own, those of their events, those of their companies. */
export function SpaceLinks({ spaces }: SpaceLinksProps) {
  const t = useTranslations("entry");
  return (
    <ul className="grid gap-2">
      {spaces.map(({ slug, kind, name, role, entries }) => (
        <li key={slug}>
          <Link href={`/s/${slug}`} className="card flex min-h-14 items-center justify-between gap-3 p-4">
            <span className="min-w-0">
              <span className="block font-semibold">{name ?? t("ownSpace")}</span>
              <span className="block text-sm text-soft">
                {t(`belongsTo.${kind}`)} · {t(`role.${role as "reader"}`)}
              </span>
            </span>
            <Badge>{t("entries", { count: entries })}</Badge>
          </Link>
        </li>
      ))}
    </ul>
  );
}
