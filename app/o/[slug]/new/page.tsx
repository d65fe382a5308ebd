import { getTranslations } from "next-intl/server";
import { emptyDraft } from "@/components/event-form/empty-draft";
import { EventForm } from "@/components/event-form/event-form";
import { OrgPage } from "@/components/org/org-page";
import { Words } from "@/components/ui/words";
import { viewOrg } from "@/lib/org/queries";
import { lookInOrg } from "@/lib/web/org";
import { createOrgEventAction } from "./actions";

type NewDayProps = { params: Promise<{ slug: string }> };

const draft = { ...emptyDraft, visibility: "private", ofOrg: true };

export default async function NewOrgEventPage({ params }: NewDayProps) {
  const { slug } = await params;
  const { name, role, me } = await lookInOrg(viewOrg, slug, undefined);
  const t = await getTranslations("org");
  return (
    <OrgPage slug={slug} name={name} standing={role} here={null} title={t("newDay")}>
      <Words namespaces={["ui", "event", "refused"]}>
        <EventForm
          action={createOrgEventAction.bind(null, slug)}
          draft={draft}
          zones={Intl.supportedValuesOf("timeZone")}
          fresh={{ hostName: me, origin: null }}
        />
      </Words>
    </OrgPage>
  );
}
