import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { TakeAlong } from "./take-along";

type SpaceToolsProps = { space: string; mayWrite: boolean; mayGrant: boolean };

/** What one can do with a whole space. */
export function SpaceTools({ space, mayWrite, mayGrant }: SpaceToolsProps) {
  const t = useTranslations("entry");
  return (
    <nav aria-label={t("tools")} className="flex flex-wrap gap-2 border-line border-t pt-4">
      {mayWrite && <LinkButton href={`/s/${space}/import`}>{t("import")}</LinkButton>}
      {mayGrant && <LinkButton href={`/s/${space}/rights`}>{t("rights")}</LinkButton>}
      <LinkButton href={`/s/${space}/tokens`}>{t("tokens")}</LinkButton>
      <TakeAlong at={`/s/${space}`} formats={["markdown", "json", "site"]} />
    </nav>
  );
}
