import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import "@/components/code/code.css";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { OwnReports } from "@/components/works/own-reports";
import { Production } from "@/components/works/production";
import { ReportForm } from "@/components/works/report-form";
import { WorksMatrix } from "@/components/works/works-matrix";
import { orNotFound } from "@/lib/web/look";
import { viewerId } from "@/lib/web/viewer";
import { viewPublicWorks } from "@/lib/works/queries";
import { reportAction, takeBackAction, useAction } from "./actions";

type WorksProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recipe.works"))("title"), robots: { index: false } };
}

/** Whether a published recipe works for people, where, and who runs it in production. */
export default async function WorksPage({ params }: WorksProps) {
  const { slug } = await params;
  const me = await viewerId();
  const { title, versions, matrix, own, usedBy, companies } = await orNotFound(viewPublicWorks(slug, me));
  const t = await getTranslations("recipe.works");
  return (
    <Words namespaces={["ui", "refused", "recipe"]}>
      <main className="page pb-8">
        <PageHeader title={t("title")} back={{ href: `/library/${slug}`, label: title }} />
        <div className="grid max-w-4xl gap-6">
          <WorksMatrix matrix={matrix} />
          {me === null ? (
            <LinkButton href="/sign-in" className="justify-self-start">
              {t("signIn")}
            </LinkButton>
          ) : (
            <ReportForm versions={versions} help={t("helpPublic")} action={reportAction.bind(null, slug)} />
          )}
          <OwnReports own={own} action={takeBackAction.bind(null, slug)} />
          <Production
            usedBy={usedBy}
            companies={companies}
            newest={versions[0] ?? ""}
            action={useAction.bind(null, slug)}
          />
        </div>
      </main>
    </Words>
  );
}
