import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Target } from "./target";

/** Nobody should begin with it any more: why, and what to take instead. */
export function Deprecation({ because, replacedBy }: { because: string; replacedBy: string }) {
  const t = useTranslations("recipe.deprecated");
  return (
    <Notice tone="warn" title={t("title")}>
      {because && <p>{because}</p>}
      {replacedBy && (
        <p>
          {t("instead")} <Target>{replacedBy}</Target>
        </p>
      )}
    </Notice>
  );
}
