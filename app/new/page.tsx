import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { emptyDraft } from "@/components/event-form/empty-draft";
import { EventForm } from "@/components/event-form/event-form";
import { BrandBar } from "@/components/home/brand-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { publicOrigin } from "@/lib/web/origin";
import { viewer } from "@/lib/web/viewer";
import { createEventAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("event"))("newTitle") };
}

export default async function NewEventPage() {
  const person = await viewer();
  if (!person?.email) redirect("/sign-in?why=new&next=/new");
  const t = await getTranslations("event");
  const fresh = { hostName: person.name ?? "", origin: new URL(await publicOrigin()).host };
  return (
    <div className="page pb-12">
      <BrandBar />
      <main>
        <PageHeader title={t("newTitle")}>{t("newHelp")}</PageHeader>
        <Words namespaces={["ui", "event", "refused"]}>
          <EventForm
            action={createEventAction}
            draft={emptyDraft}
            zones={Intl.supportedValuesOf("timeZone")}
            fresh={fresh}
          />
        </Words>
      </main>
    </div>
  );
}
