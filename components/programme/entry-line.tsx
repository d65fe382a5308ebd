import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { EntryLine as Entry } from "@/lib/programme/queries";
import { type StarAction, StarButton } from "./star-button";

export type LineProps = {
  entry: Entry;
  slug: string;
  zone: string;
  star: StarAction;
  runs?: boolean;
  /** What lies within a block: the ignites of an hour. */
  children?: ReactNode;
};

/** One line of the programme: when, what, who, and a star. */
export function EntryLine({ entry, slug, zone, star, runs = false, children }: LineProps) {
  const t = useTranslations("programme");
  const { id, kind, title, speakers, startsAt, endsAt, starred } = entry;
  const href = hrefOf(entry, slug);
  return (
    <li className="entry" data-kind={kind} data-runs={runs || undefined}>
      <p className="entry-time">
        {startsAt && <Time at={startsAt} zone={zone} />}
        {startsAt && endsAt && (
          <span className="entry-until">
            <Time at={endsAt} zone={zone} />
          </span>
        )}
      </p>
      <div className="entry-body">
        <h3 className="entry-title">
          {href ? (
            <Link href={href} className="covers">
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        {speakers.length > 0 && <p className="entry-people">{speakers.join(", ")}</p>}
        {(runs || labelled.has(kind)) && (
          <p className="entry-label">
            {runs && <strong>{t("now")}</strong>}
            {labelled.has(kind) && <span>{t(`kind.${kind}`)}</span>}
          </p>
        )}
        {children}
      </div>
      {starrable.has(kind) && (
        <StarButton
          action={star}
          entryId={id}
          starred={starred}
          label={t("star", { title })}
          refused={t("starRefused")}
        />
      )}
    </li>
  );
}

const labelled = new Set<Entry["kind"]>(["ignite", "workshop", "open_space"]);
const starrable = new Set<Entry["kind"]>(["talk", "ignite", "workshop"]);

/** Open space leads to its board, what has more to say to its own page. */
function hrefOf({ id, kind, told, speakers, comments, url }: Entry, slug: string) {
  if (kind === "open_space") return `/e/${slug}/board`;
  return told || speakers.length > 0 || comments || url ? `/e/${slug}/talk/${id}` : null;
}
