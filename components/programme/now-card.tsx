import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/sticky";
import { Time } from "@/components/ui/time";
import type { EntryLine } from "@/lib/programme/queries";

type NowCardProps = { entry: EntryLine; slug: string; zone: string; runs?: boolean };

/** What runs, or comes next, large enough to read while walking. */
export function NowCard({ entry, slug, zone, runs = false }: NowCardProps) {
  const t = useTranslations("programme");
  const { id, kind, title, speakers, startsAt, endsAt } = entry;
  const openSpace = kind === "open_space";
  return (
    <Card className="now-card" data-runs={runs || undefined}>
      <p className="text-sm text-soft">
        {startsAt && <Time at={startsAt} zone={zone} {...(endsAt && { until: endsAt })} />}
        {startsAt && !endsAt && ` · ${t("openEnd")}`}
        {kind !== "other" && kind !== "break" && ` · ${t(`kind.${kind}`)}`}
      </p>
      <h3>
        <Link className="covers" href={openSpace ? `/e/${slug}/board` : `/e/${slug}/talk/${id}`}>
          {title}
        </Link>
      </h3>
      {speakers.length > 0 && <p className="text-soft">{speakers.join(", ")}</p>}
      {openSpace && <p className="font-semibold text-accent text-sm">{t("toBoard")}</p>}
    </Card>
  );
}
