import { useTranslations } from "next-intl";
import { Section } from "@/components/me/section";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

type OrgLinksProps = { orgs: readonly { slug: string; name: string }[]; open: readonly { name: string }[] };

/** The companies one belongs to, and the way to one more. */
export function OrgLinks({ orgs, open }: OrgLinksProps) {
  const t = useTranslations("org");
  return (
    <Section title={t("mine")}>
      {orgs.length > 0 && (
        <ul className="grid gap-2">
          {orgs.map(({ slug, name }) => (
            <li key={slug}>
              <Link href={`/o/${slug}`} className="flex min-h-11 items-center font-semibold underline">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <LinkButton href="/o/new" className="justify-self-start">
        {open[0] ? t("join", { org: open[0].name }) : t("set")}
      </LinkButton>
    </Section>
  );
}
