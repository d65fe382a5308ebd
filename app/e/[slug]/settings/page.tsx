import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CrewLink } from "@/components/event-form/crew-link";
import { EventForm } from "@/components/event-form/event-form";
import { TicketCodes } from "@/components/event-form/ticket-codes";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewCrewLink } from "@/lib/event/crew";
import { viewDesk, viewSettings } from "@/lib/event/queries";
import { look } from "@/lib/web/look";
import { publicOrigin } from "@/lib/web/origin";
import { editEventAction, importTicketsAction, rotateCrewAction } from "./actions";

type SettingsProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ saved?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("event"))("settings") };
}

export default async function SettingsPage({ params, searchParams }: SettingsProps) {
  const { slug } = await params;
  const { draft } = await look(viewSettings, slug, undefined);
  const { tickets } = await look(viewDesk, slug, undefined);
  const crewKey = await look(viewCrewLink, slug, undefined);
  const { saved } = await searchParams;
  const [t, before, origin] = await Promise.all([
    getTranslations("event"),
    getTranslations("outsider.checklist"),
    publicOrigin(),
  ]);
  const overBudget = Number(saved ?? 0);
  return (
    <main className="page">
      <PageHeader title={t("settings")} over={`${origin}/e/${slug}`} />
      <nav className="mb-4 flex flex-wrap gap-2">
        <LinkButton href={`/e/${slug}/people`}>{t("people")}</LinkButton>
        <LinkButton href={`/e/${slug}/checklist`}>{before("title")}</LinkButton>
        <LinkButton href={`/e/${slug}/retention`}>{(await getTranslations("retention"))("title")}</LinkButton>
        <LinkButton href={`/e/${slug}/audit`}>{(await getTranslations("audit"))("title")}</LinkButton>
      </nav>
      <Words namespaces={["ui", "event", "refused"]}>
        {saved !== undefined && (
          <div className="mb-4">
            <Notice tone="good" title={t("saved")}>
              {overBudget > 0 && t("overBudget", { count: overBudget })}
            </Notice>
          </div>
        )}
        <EventForm
          key={JSON.stringify(draft)}
          action={editEventAction.bind(null, slug)}
          draft={draft}
          zones={Intl.supportedValuesOf("timeZone")}
        />
        <div className="mt-8 grid gap-4 lg:grid-cols-2">
          <CrewLink address={`${origin}/e/${slug}/crew/${crewKey}`} rotate={rotateCrewAction.bind(null, slug)} />
          <TicketCodes
            importCodes={importTicketsAction.bind(null, slug)}
            tickets={tickets}
            count={draft.voters === "ticket"}
          />
        </div>
      </Words>
    </main>
  );
}
