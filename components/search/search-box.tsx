import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Suggesting } from "./suggesting";

type SearchBoxProps = {
  /** Address of the page that shows what was found. */
  page: string;
  q?: string;
  /** By what it is narrowed down already, and stays so. */
  facets?: readonly string[];
};

/** Where one types what one looks for in the library, or in one space of it. Props: page, q, facets. */
export function SearchBox({ page, q = "", facets = [] }: SearchBoxProps) {
  const t = useTranslations("search");
  return (
    <search>
      <form action={page} className="flex gap-2">
        <div className="relative min-w-0 grow">
          <Icon name="search" className="pointer-events-none absolute top-3 left-3 text-soft" />
          <Suggesting
            name="q"
            className="control rounded-full pl-10"
            aria-label={t("label")}
            placeholder={t("placeholder")}
            defaultValue={q}
            maxLength={200}
          />
        </div>
        {facets.map((facet) => (
          <input key={facet} type="hidden" name="f" value={facet} />
        ))}
        <Button type="submit" look="primary">
          {t("go")}
        </Button>
      </form>
    </search>
  );
}
