"use client";

import { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useBallot } from "@/components/live/use-live";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

const places = [
  { key: "now", path: "", also: ["programme", "talk", "stars"] },
  { key: "topics", path: "/topics", also: [] },
  { key: "board", path: "/board", also: [] },
  { key: "me", path: "/me", also: ["settings"] },
] as const;

const isOfDesk = (segment: string) => segment === "desk" || segment === "replay";

/** The four places of an event, below the thumb on a phone; at the side of a screen on a table, with the crew's desk. */
export function PlacesNav({ slug }: { slug: string }) {
  const { member } = useBallot().ballot;
  const isCrew = member !== null && member.role !== "participant";
  const t = useTranslations("live");
  const segment = usePathname().split("/")[3] ?? "";
  const here =
    places.find(({ path, also }) => path === `/${segment}` || [...also].includes(segment as never)) ??
    (isOfDesk(segment) ? null : places[0]);
  return (
    <nav aria-label={t("places")} className="places">
      <Link href="/" className="places-brand">
        <Icon name="feet" className="size-6" />
        {t("brand")}
      </Link>
      <ul>
        {places.map(({ key, path }) => (
          <li key={key}>
            <Link href={`/e/${slug}${path}`} aria-current={key === here?.key ? "page" : undefined}>
              <Icon name={key} />
              {t(`place.${key}`)}
              <OnTheWay />
            </Link>
          </li>
        ))}
        {isCrew && (
          <li className="places-desk">
            <Link href={`/e/${slug}/desk`} aria-current={isOfDesk(segment) ? "page" : undefined}>
              <Icon name="desk" />
              {t("place.desk")}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** A line under the place that one is going to, when getting there takes longer than a moment. */
function OnTheWay() {
  const { pending } = useLinkStatus();
  return pending && <span aria-hidden className="on-the-way" />;
}
