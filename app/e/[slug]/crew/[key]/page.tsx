import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Submit } from "@/components/ui/submit";
import { viewCrewInvitation } from "@/lib/event/crew";
import { standsAtLeast } from "@/lib/member/rules";
import { look } from "@/lib/web/look";
import { viewer } from "@/lib/web/viewer";
import { joinCrewAction } from "./actions";

type CrewProps = { params: Promise<{ slug: string; key: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** Opening the link changes nothing; its button makes a facilitator. */
export default async function CrewPage({ params }: CrewProps) {
  const { slug, key } = await params;
  const { name, role } = await look(viewCrewInvitation, slug, { key });
  const [t, person] = await Promise.all([getTranslations("join"), viewer()]);
  const isCrew = standsAtLeast("facilitator", role);
  return (
    <main className="page">
      <PageHeader title={t("crew.title", { event: name })}>{t(isCrew ? "crew.already" : "crew.what")}</PageHeader>
      <div className="grid max-w-md gap-4">
        {isCrew ? (
          <LinkButton href={`/e/${slug}/desk`} look="primary" large>
            {t("crew.desk")}
          </LinkButton>
        ) : (
          <form action={joinCrewAction.bind(null, slug, key)} className="grid">
            <Submit large>{t("crew.join")}</Submit>
          </form>
        )}
        {!person?.email && <Notice title={t("crew.guest")} />}
      </div>
    </main>
  );
}
