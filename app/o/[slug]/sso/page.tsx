import { getTranslations } from "next-intl/server";
import { Section } from "@/components/me/section";
import { OrgPage } from "@/components/org/org-page";
import { Directory } from "@/components/sso/directory";
import { ProviderForm } from "@/components/sso/provider-form";
import { SwitchedOff } from "@/components/sso/switched-off";
import { Badge } from "@/components/ui/badge";
import { CopyLink } from "@/components/ui/copy-link";
import { OneButton } from "@/components/ui/one-button";
import { Words } from "@/components/ui/words";
import { lookAtSso } from "@/lib/web/sso-settings";
import { endScimTokenAction, forceSsoAction, letBackAction, makeScimTokenAction, saveSsoAction } from "./actions";

type SsoSettingsProps = { params: Promise<{ slug: string }> };

export default async function SsoSettingsPage({ params }: SsoSettingsProps) {
  const { slug } = await params;
  const { name, sso, tokens, bars, begin, back, scim } = await lookAtSso(slug);
  const t = await getTranslations("sso");
  const copying = { copy: t("copy"), copied: t("copied") };
  const forced = sso?.forcedAt ? "yes" : "no";
  return (
    <OrgPage slug={slug} name={name} standing="owner" here="sso">
      <p className="mb-4 text-soft">{t("help")}</p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Words namespaces={["ui", "sso", "refused"]}>
          <Section title={t("provider.title")}>
            <p className="text-sm text-soft">{t("provider.help")}</p>
            <CopyLink label={t("provider.back")} address={back} {...copying} />
            <ProviderForm action={saveSsoAction.bind(null, slug)} kept={sso} />
          </Section>
          <div className="grid gap-4">
            {sso && (
              <Section
                title={
                  <span className="flex items-center justify-between gap-3">
                    {t("force.title")}
                    <Badge tone={sso.forcedAt ? "good" : "plain"}>{t(`force.now.${forced}`)}</Badge>
                  </span>
                }
              >
                <p className="text-soft">{t(`force.help.${forced}`)}</p>
                <CopyLink label={t("force.begin")} address={begin} {...copying} />
                <div className="justify-self-start">
                  <OneButton
                    action={forceSsoAction.bind(null, slug)}
                    send={{ forced: sso.forcedAt ? "no" : "yes" }}
                    look={sso.forcedAt ? "quiet" : "primary"}
                  >
                    {t(`force.do.${forced}`)}
                  </OneButton>
                </div>
              </Section>
            )}
            <Section title={t("scim.title")}>
              <p className="text-sm text-soft">{t("scim.help")}</p>
              <Directory
                address={scim}
                tokens={tokens}
                now={new Date()}
                make={makeScimTokenAction.bind(null, slug)}
                end={endScimTokenAction.bind(null, slug)}
              />
            </Section>
            {bars.length > 0 && (
              <Section title={t("off.title")}>
                <p className="text-sm text-soft">{t("off.help")}</p>
                <SwitchedOff people={bars} letBack={letBackAction.bind(null, slug)} />
              </Section>
            )}
          </div>
        </Words>
      </div>
    </OrgPage>
  );
}
