import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";

/** Before anything is copied: whether it works for others, and how to make it one's own. */
export function PublishedTools({ slug }: { slug: string }) {
  const t = useTranslations("recipe.tools");
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-2 print:hidden">
      <LinkButton href={`/library/${slug}/works`}>{t("works")}</LinkButton>
      <LinkButton href={`/library/${slug}/fork`}>{t("fork")}</LinkButton>
    </nav>
  );
}
