import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { TakeAlong } from "./take-along";

type EntryToolsProps = { at: string; kind: "recipe" | "postmortem"; mayWrite: boolean };

/** What one can do with an entry, each at an address of its own. */
export function EntryTools({ at, kind, mayWrite }: EntryToolsProps) {
  const t = useTranslations("entry");
  return (
    <nav aria-label={t("tools")} className="flex flex-wrap gap-2 print:hidden">
      {mayWrite && (
        <LinkButton look="primary" href={`${at}/edit`}>
          {t("edit")}
        </LinkButton>
      )}
      <LinkButton href={`${at}/history`}>{t("history")}</LinkButton>
      <LinkButton href={`${at}/comments`}>{t("comments")}</LinkButton>
      {kind === "postmortem" && <LinkButton href={`${at}/series`}>{t("series")}</LinkButton>}
      <TakeAlong at={at} formats={["zip", "markdown", "json"]} />
      {mayWrite && <LinkButton href={`${at}/publish`}>{t("publish")}</LinkButton>}
    </nav>
  );
}
