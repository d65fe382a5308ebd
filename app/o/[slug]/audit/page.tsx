import { getTranslations } from "next-intl/server";
import { AuditPages } from "@/components/audit/audit-pages";
import { OrgPage } from "@/components/org/org-page";
import { Watermark } from "@/components/watermark/watermark";
import { viewOrgAudit } from "@/lib/audit/queries";
import type { Chapter } from "@/lib/audit/rules";
import { lookInOrg } from "@/lib/web/org";

type AuditProps = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> };

/** What was done with power in this company. */
export default async function OrgAuditPage({ params, searchParams }: AuditProps) {
  const [{ slug }, { before, about }] = await Promise.all([params, searchParams]);
  const asked = { ...(before && { before }), ...(about && { about: about as Chapter }) };
  const { name, me, zone, lines, older } = await lookInOrg(viewOrgAudit, slug, asked);
  const t = await getTranslations("audit");
  return (
    <OrgPage slug={slug} name={name} standing="owner" here="audit">
      <p className="mb-4 text-soft">{t("orgHelp")}</p>
      <AuditPages
        {...{ at: `/o/${slug}/audit`, lines, older, zone, about: asked.about }}
        without={["day", "topics", "sealed"]}
      />
      <Watermark name={me} zone={zone} />
    </OrgPage>
  );
}
