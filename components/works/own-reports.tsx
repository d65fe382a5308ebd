import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { OneButton } from "@/components/ui/one-button";

type OwnReportsProps = {
  own: readonly { version: string; envKey: string; outcome: string }[];
  id?: string;
  action: ComponentProps<typeof OneButton>["action"];
};

/** What the reader said, and how to take it back. */
export async function OwnReports({ own, id, action }: OwnReportsProps) {
  const t = await getTranslations("recipe.works");
  if (own.length === 0) return null;
  return (
    <section className="grid gap-2" aria-labelledby="own-reports">
      <h2 id="own-reports" className="font-bold text-lg">
        {t("own")}
      </h2>
      <ul className="grid gap-2">
        {own.map(({ version, envKey, outcome }) => (
          <li key={`${version} ${envKey}`} className="flex flex-wrap items-center gap-3">
            <span>
              {version} · {envKey} · {t(`outcomes.${outcome}` as "outcomes.works")}
            </span>
            <OneButton look="plain" action={action} send={{ ...(id && { id }), version, envKey }}>
              {t("takeBack")}
            </OneButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
