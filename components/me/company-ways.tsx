import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Section } from "./section";

type CompanyWaysProps = { ways: readonly { door: string; name: string }[] };

/** The companies whose own sign-in would take this person further. */
export function CompanyWays({ ways }: CompanyWaysProps) {
  const t = useTranslations("sso");
  if (ways.length === 0) return null;
  return (
    <Section title={t("ways.title")}>
      <p className="text-sm text-soft">{t("ways.help")}</p>
      {ways.map(({ door, name }) => (
        <LinkButton key={door} href={`/sso/${door}`} look="quiet" className="justify-self-start">
          {t("ways.go", { company: name })}
        </LinkButton>
      ))}
    </Section>
  );
}
