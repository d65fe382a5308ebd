"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { shows, type Wanted } from "./show";

type TopicFilterProps = { wanted: Wanted; count: number; path: string; onChange: (wanted: Wanted) => void };

/** Finds topics by words and by what they are to the person; a GET form and links without JavaScript. */
export function TopicFilter({ wanted, count, path, onChange }: TopicFilterProps) {
  const t = useTranslations("topic");
  return (
    <search className="flex items-center gap-1.5 pb-1.5">
      <form action={path} className="relative min-w-0 grow">
        <Icon name="search" className="pointer-events-none absolute top-3 left-3 text-soft" />
        <input
          type="search"
          name="words"
          className="control rounded-full pl-10"
          aria-label={t("searchCount", { count })}
          placeholder={t("search")}
          value={wanted.words}
          onChange={(change) => onChange({ ...wanted, words: change.target.value })}
        />
      </form>
      {shows.slice(1).map((show) => (
        <Link
          key={show}
          href={wanted.show === show ? path : `${path}?show=${show}`}
          replace
          scroll={false}
          aria-current={wanted.show === show || undefined}
          className="chip"
          onNavigate={(navigation) => {
            navigation.preventDefault();
            onChange({ ...wanted, show: wanted.show === show ? "all" : show });
          }}
        >
          {t(`show.${show}`)}
        </Link>
      ))}
    </search>
  );
}
