import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WallReplay } from "@/components/replay/wall-replay";
import { BackLink } from "@/components/ui/back-link";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewWallChoices } from "@/lib/replay/queries";
import { look } from "@/lib/web/look";
import { clearWallAction, showOnWallAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("replay"))("onWall"), robots: { index: false } };
}

/** Which incident the room sees played on its wall. */
export default async function WallReplayPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { choices, shown } = await look(viewWallChoices, slug, undefined);
  const t = await getTranslations("replay");
  return (
    <main className="page">
      <BackLink href={`/e/${slug}/desk`} label={(await getTranslations("desk"))("title")} />
      <PageHeader title={t("onWall")} />
      <Words namespaces={["ui", "replay", "refused"]}>
        <WallReplay
          choices={choices}
          shown={shown}
          show={showOnWallAction.bind(null, slug)}
          clear={clearWallAction.bind(null, slug)}
        />
      </Words>
    </main>
  );
}
