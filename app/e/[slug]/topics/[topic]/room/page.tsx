import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { KeepCurrent } from "@/components/programme/keep-current";
import { SealedRoom } from "@/components/sealed/sealed-room";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewSealedRoom } from "@/lib/seal/queries";
import { look } from "@/lib/web/look";
import { Marked } from "../marked";
import * as act from "./actions";

/** Others see a new note this soon. */
const freshSeconds = 6;

type RoomPageProps = { params: Promise<{ slug: string; topic: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sealed");
  return { title: t("title") };
}

/** Holds ciphertext only, and is none of the pages that a phone keeps. */
export default async function RoomPage({ params }: RoomPageProps) {
  const { slug, topic: topicId } = await params;
  const { title, purgeOn, ...room } = await look(viewSealedRoom, slug, { topicId });
  const t = await getTranslations("sealed");
  const format = await getFormatter();
  const acts = {
    open: act.openRoomAction.bind(null, slug),
    knock: act.knockAction.bind(null, slug),
    enter: act.enterRoomAction.bind(null, slug),
    save: act.saveSealedAction.bind(null, slug),
    shut: act.shutDoorAction.bind(null, slug),
  };

  return (
    <main className="page max-w-2xl">
      <KeepCurrent changesAt={new Date(Date.now() + freshSeconds * 1000).toISOString()} />
      <PageHeader title={title} back={{ href: `/e/${slug}/topics/${topicId}`, label: t("back") }} />
      <div className="grid gap-5">
        <p className="text-soft">
          {t("promise")}{" "}
          {purgeOn && t("purge", { day: format.dateTime(purgeOn, { dateStyle: "long", timeZone: "UTC" }) })}
        </p>
        <noscript>
          <p>{t("needsScript")}</p>
        </noscript>
        <Words namespaces={["ui", "refused", "sealed"]}>
          <SealedRoom room={room} acts={acts} />
        </Words>
        <details className="fold">
          <summary>{t("limitsTitle")}</summary>
          <p className="pb-4">{t("limits")}</p>
        </details>
      </div>
      <Marked slug={slug} topicId={topicId} />
    </main>
  );
}
