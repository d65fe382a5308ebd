import { getTranslations } from "next-intl/server";
import { EventList } from "@/components/home/event-list";
import { OpenDays } from "@/components/org/open-days";
import { OrgPage } from "@/components/org/org-page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Words } from "@/components/ui/words";
import { viewOrg } from "@/lib/org/queries";
import { lookInOrg } from "@/lib/web/org";
import { joinDayAction } from "./actions";

type OrgProps = { params: Promise<{ slug: string }> };

export default async function OrgHomePage({ params }: OrgProps) {
  const { slug } = await params;
  const { name, role, events } = await lookInOrg(viewOrg, slug, undefined);
  const t = await getTranslations("org");
  const mine = events.filter((event) => event.role !== null);
  const open = events.filter((event) => event.role === null);
  return (
    <OrgPage slug={slug} name={name} standing={role} here="days">
      <Words namespaces={["ui", "org", "refused"]}>
        <div className="grid max-w-2xl gap-6">
          <EventList
            title={t("days")}
            events={mine}
            empty={open.length === 0 && <EmptyState title={t("noDays")}>{t("noDaysHelp")}</EmptyState>}
          />
          <OpenDays events={open} join={joinDayAction.bind(null, slug)} />
          <section className="grid justify-items-start gap-2 border-line border-t pt-6">
            <h2 className="font-bold text-lg">{t("own")}</h2>
            <p className="text-soft">{t("ownHelp")}</p>
            <LinkButton href={`/o/${slug}/new`} look="primary" className="mt-1">
              {t("newDay")}
            </LinkButton>
          </section>
        </div>
      </Words>
    </OrgPage>
  );
}
