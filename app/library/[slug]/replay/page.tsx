import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublishedPage } from "@/components/library/published-page";
import { Replay } from "@/components/replay/replay";
import { Words } from "@/components/ui/words";
import { publishedReplay } from "@/lib/replay/queries";
import { begunAt } from "@/lib/replay/rules";
import { lookInLibrary } from "@/lib/web/library";
import { orNotFound } from "@/lib/web/look";

type ReplayProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ at?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replay");
  return { title: t("title"), robots: { index: false } };
}

/** A published post-mortem played, for anybody. */
export default async function PublishedReplayPage({ params, searchParams }: ReplayProps) {
  const { slug } = await params;
  const found = await lookInLibrary(slug, null);
  if (found.isGone) return <PublishedPage found={found} asked={{}} similar={[]} />;
  const reel = await orNotFound((async () => publishedReplay(found))());
  return (
    <Words namespaces={["ui", "replay"]}>
      <Replay {...reel} begun={begunAt((await searchParams).at, reel.span)} back={`/library/${slug}`} />
    </Words>
  );
}
