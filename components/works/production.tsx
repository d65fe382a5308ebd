import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { OneButton } from "@/components/ui/one-button";
import { Time } from "@/components/ui/time";
import type { CompanyUse, Use } from "@/lib/works/queries";

type ProductionProps = {
  usedBy: readonly Use[];
  companies: readonly CompanyUse[];
  newest: string;
  action: ComponentProps<typeof OneButton>["action"];
};

/** Who runs it in production, as they said and let be shown; and what the reader may say for their companies. */
export async function Production({ usedBy, companies, newest, action }: ProductionProps) {
  const t = await getTranslations("recipe.use");
  return (
    <section className="grid gap-3" aria-labelledby="production">
      <h2 id="production" className="font-bold text-lg">
        {t("title")}
      </h2>
      {usedBy.length === 0 && <p className="text-soft">{t("none")}</p>}
      <ul className="grid gap-1">
        {usedBy.map(({ name, version, since }) => (
          <li key={name}>
            <b>{name}</b> · {version} · <Time at={since} zone="UTC" as="date" />
          </li>
        ))}
      </ul>
      {companies.map((company) => (
        <Company key={company.org_id} company={company} newest={newest} action={action} />
      ))}
    </section>
  );
}

type CompanyProps = { company: CompanyUse; newest: string; action: ProductionProps["action"] };

async function Company({ company: { org_id: org, name, is_owner, version, is_shown }, newest, action }: CompanyProps) {
  const t = await getTranslations("recipe.use");
  const says = version === null ? "used" : "ended";
  return (
    <div className="card flex flex-wrap items-center gap-3 p-4">
      <p className="grow">
        {version === null ? t("notUsed", { name }) : t(is_shown ? "shown" : "hidden", { name, version })}
      </p>
      {(version !== null || newest !== "") && (
        <OneButton action={action} send={{ org, version: newest, says }}>
          {t(says)}
        </OneButton>
      )}
      {version !== null && is_owner && (
        <OneButton action={action} send={{ org, says: is_shown ? "hidden" : "shown" }}>
          {t(is_shown ? "hide" : "show")}
        </OneButton>
      )}
    </div>
  );
}
