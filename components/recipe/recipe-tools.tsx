import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { LinkButton } from "@/components/ui/button";
import { OneButton } from "@/components/ui/one-button";

type RecipeToolsProps = {
  id: string;
  /** Of the entry. */
  at: string;
  mayWrite: boolean;
  isFork: boolean;
  fork: ComponentProps<typeof OneButton>["action"];
};

/** What one can do with a recipe of a space, each at an address of its own. */
export function RecipeTools({ id, at, mayWrite, isFork, fork }: RecipeToolsProps) {
  const t = useTranslations("recipe.tools");
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-2 print:hidden">
      {mayWrite && <LinkButton href={`${at}/recipe`}>{t("parts")}</LinkButton>}
      <LinkButton href={`${at}/versions`}>{t("versions")}</LinkButton>
      <LinkButton href={`${at}/works`}>{t("works")}</LinkButton>
      <LinkButton href={`${at}/proposals`}>{t("proposals")}</LinkButton>
      {isFork && <LinkButton href={`${at}/fork`}>{t("offer")}</LinkButton>}
      {mayWrite && (
        <OneButton look="quiet" action={fork} send={{ id }}>
          {t("fork")}
        </OneButton>
      )}
    </nav>
  );
}
