"use client";

import { CalendarClock, Footprints, LayoutGrid, StickyNote, UserRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

const places = [
  { key: "now", path: "", icon: CalendarClock, also: ["programme", "talk", "stars"] },
  { key: "topics", path: "/topics", icon: StickyNote, also: [] },
  { key: "board", path: "/board", icon: LayoutGrid, also: [] },
  { key: "me", path: "/me", icon: UserRound, also: ["settings"] },
] as const;

/** The four places of an event: below the thumb on a phone, at the side on a desk. */
export function PlacesNav({ slug }: { slug: string }) {
  const t = useTranslations("live");
  const segment = usePathname().split("/")[3] ?? "";
  const here =
    places.find(({ path, also }) => path === `/${segment}` || [...also].includes(segment as never)) ?? places[0];
  return (
    <nav aria-label={t("places")} className="places">
      <Link href="/" className="places-brand">
        <Footprints aria-hidden className="size-6" />
        {t("brand")}
      </Link>
      <ul>
        {places.map(({ key, path, icon: Icon }) => (
          <li key={key}>
            <Link href={`/e/${slug}${path}`} aria-current={key === here.key ? "page" : undefined}>
              <Icon aria-hidden />
              {t(`place.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
