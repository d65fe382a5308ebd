import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Appearance } from "@/components/me/appearance";
import { CompanyWays } from "@/components/me/company-ways";
import { Devices } from "@/components/me/devices";
import { Leaving } from "@/components/me/leaving";
import { Section } from "@/components/me/section";
import { OrgLinks } from "@/components/org/org-links";
import { OwnData } from "@/components/retention/own-data";
import { NarrowPage } from "@/components/sign-in/narrow-page";
import { LinkButton } from "@/components/ui/button";
import { listOrgs } from "@/lib/org/queries";
import { signInsFor } from "@/lib/sso/queries";
import { locales } from "@/lib/web/locale";
import { viewerReceipts } from "@/lib/web/own-data";
import { viewerSessions } from "@/lib/web/sessions";
import { viewerTheme } from "@/lib/web/theme";
import { viewer } from "@/lib/web/viewer";
import { chooseLocaleAction, chooseThemeAction, endSessionAction } from "./actions";

export default async function AccountPage() {
  const person = await viewer();
  if (!person) redirect("/sign-in?next=/account");
  const [t, entry] = await Promise.all([getTranslations("me"), getTranslations("entry")]);
  const orgs = await listOrgs(person.id);
  return (
    <NarrowPage title={t("account")}>
      <Appearance
        theme={await viewerTheme()}
        locale={await getLocale()}
        locales={locales}
        chooseTheme={chooseThemeAction}
        chooseLocale={chooseLocaleAction}
      />
      {person.email && <OrgLinks orgs={orgs.mine} open={orgs.open} />}
      <Section title={entry("spaces")}>
        <LinkButton href="/s" className="justify-self-start">
          {entry("library")}
        </LinkButton>
      </Section>
      <CompanyWays ways={await signInsFor(person.id)} />
      <Devices sessions={await viewerSessions()} now={new Date()} end={endSessionAction} />
      <OwnData receipts={(await viewerReceipts()).length} />
      <Leaving email={person.email} />
    </NarrowPage>
  );
}
