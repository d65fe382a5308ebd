import { getTranslations } from "next-intl/server";
import { Section } from "@/components/me/section";
import { DomainForm } from "@/components/org/domain-form";
import { DomainList } from "@/components/org/domain-list";
import { OrgPage } from "@/components/org/org-page";
import { Words } from "@/components/ui/words";
import { viewDomains } from "@/lib/org/queries";
import { lookInOrg } from "@/lib/web/org";
import { addDomainAction, removeDomainAction, setDomainAdmitsAction } from "./actions";

type DomainsProps = { params: Promise<{ slug: string }> };

export default async function DomainsPage({ params }: DomainsProps) {
  const { slug } = await params;
  const { name, domains } = await lookInOrg(viewDomains, slug, undefined);
  const t = await getTranslations("org");
  return (
    <OrgPage slug={slug} name={name} standing="owner" here="domains">
      <Words namespaces={["ui", "org", "refused"]}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Section title={t("addDomain")}>
            <p className="text-soft">{t("domainHelp")}</p>
            <DomainForm action={addDomainAction.bind(null, slug)} />
          </Section>
          <Section title={t("domains")}>
            <DomainList
              domains={domains}
              setAdmits={setDomainAdmitsAction.bind(null, slug)}
              remove={removeDomainAction.bind(null, slug)}
            />
          </Section>
        </div>
      </Words>
    </OrgPage>
  );
}
