import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { type TemplateName, templates } from "@/lib/template/rules";

/** Ways to begin a post-mortem; each leads to the same form with its parts in it. `at` is the address of that form. */
export function TemplateLinks({ at, chosen }: { at: string; chosen: TemplateName | null }) {
  const t = useTranslations("template");
  return (
    <section aria-labelledby="templates" className="grid gap-2">
      <h2 id="templates" className="font-semibold">
        {t("title")}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {(Object.keys(templates) as TemplateName[]).map((name) => (
          <li key={name}>
            <LinkButton
              href={`${at}?kind=postmortem&template=${name}`}
              aria-current={name === chosen ? "true" : undefined}
              look={name === chosen ? "primary" : "quiet"}
              title={t(`about.${name}`)}
            >
              {t(`name.${name}`)}
            </LinkButton>
          </li>
        ))}
      </ul>
      {chosen && <p className="text-sm text-soft">{t(`about.${chosen}`)}</p>}
    </section>
  );
}
