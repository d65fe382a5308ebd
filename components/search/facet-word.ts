import { useTranslations } from "next-intl";

/** Groups whose values are words of our own; of all others the value is the writer's. */
const ours = new Set(["kind", "status", "risk", "detection", "factor"]);

/** What a facet is called: `kind:recipe` in the reader's language, `tag:nginx` as it stands. */
export function useFacetWord() {
  const t = useTranslations("search");
  return (facet: string) => {
    const colon = facet.indexOf(":");
    const [group, value] = [facet.slice(0, colon), facet.slice(colon + 1)];
    const key = `value.${group}.${value}`;
    if (ours.has(group) && t.has(key)) return t(key);
    return group === "severity" ? t("severity", { level: value }) : value;
  };
}
