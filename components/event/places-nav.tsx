"use client";

import { CalendarClock, Footprints, LayoutGrid, SlidersHorizontal, StickyNote, UserRound } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useBallot } from "@/components/live/use-live";

const places = [
  { key: "now", path: "", icon: CalendarClock, also: ["programme", "talk", "stars"] },
  { key: "topics", path: "/topics", icon: StickyNote, also: [] },
  { key: "board", path: "/board", icon: LayoutGrid, also: [] },
  { key: "me", path: "/me", icon: UserRound, also: ["settings"] },
] as const;

/** The four places of an event, below the thumb on a phone; at the side of a screen on a table, with the crew's desk. */
export function PlacesNav({ slug }: { slug: string }) {
  const { member } = useBallot().ballot;
  const isCrew = member !== null && member.role !== "participant";
  const t = useTranslations("live");
  const segment = usePathname().split("/")[3] ?? "";
  const here =
    places.find(({ path, also }) => path === `/${segment}` || [...also].includes(segment as never)) ??
    (segment === "desk" ? null : places[0]);
  return (
    <nav aria-label={t("places")} className="places">
      <Link href="/" className="places-brand">
        <Footprints aria-hidden className="size-6" />
        {t("brand")}
      </Link>
      <ul>
        {places.map(({ key, path, icon: Icon }) => (
          <li key={key}>
            <Link href={`/e/${slug}${path}`} aria-current={key === here?.key ? "page" : undefined}>
              <Icon aria-hidden />
              {t(`place.${key}`)}
              <OnTheWay />
            </Link>
          </li>
        ))}
        {isCrew && (
          <li className="places-desk">
            <Link href={`/e/${slug}/desk`} aria-current={segment === "desk" ? "page" : undefined}>
              <SlidersHorizontal aria-hidden />
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
