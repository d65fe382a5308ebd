import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Replay } from "@/components/replay/replay";
import { Words } from "@/components/ui/words";
import { viewReplay } from "@/lib/replay/queries";
import { begunAt } from "@/lib/replay/rules";
import { lookInSpace } from "@/lib/web/space";

type ReplayPageProps = {
  params: Promise<{ space: string; entry: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replay");
  return { title: t("title"), robots: { index: false } };
}

/** A post-mortem played on the room's screen, sixty times as fast as it was. */
export default async function ReplayPage({ params, searchParams }: ReplayPageProps) {
  const { space, entry } = await params;
  const seen = await lookInSpace(viewReplay, space, { entryId: entry });
  const begun = begunAt((await searchParams).at, seen.span);
  return (
    <Words namespaces={["ui", "replay"]}>
      <Replay {...seen} begun={begun} back={`/s/${space}/${entry}`} />
    </Words>
  );
}
