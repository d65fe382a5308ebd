import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";

type CompareFormProps = { versions: readonly string[]; from: string; to: string };

/** Which two are compared; the address carries it. */
export async function CompareForm({ versions, from, to }: CompareFormProps) {
  const t = await getTranslations("recipe.versions");
  return (
    <form method="get" className="flex flex-wrap items-end gap-3">
      <Select name="from" label={t("from")} defaultValue={from}>
        {versions.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </Select>
      <Select name="to" label={t("to")} defaultValue={to}>
        <option value="">{t("now")}</option>
        {versions.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </Select>
      <Button type="submit">{t("compare")}</Button>
    </form>
  );
}
