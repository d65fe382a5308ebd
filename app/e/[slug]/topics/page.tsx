import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Microphone } from "@/components/topic/microphone";
import { shows } from "@/components/topic/show";
import { TopicsScreen } from "@/components/topic/topics-screen";
import { viewList } from "@/lib/topic/queries";
import { look } from "@/lib/web/look";
import { callNextAction, castAction, endTurnAction } from "./actions";

type TopicsPageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ words?: string | string[]; show?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("topic");
  return { title: t("title") };
}

export default async function TopicsPage({ params, searchParams }: TopicsPageProps) {
  const { slug } = await params;
  const { words, show } = await searchParams;
  const { order, mayPitch } = await look(viewList, slug, undefined);
  const initial = { words: String(words ?? ""), show: shows.find((known) => known === show) ?? "all" };

  return (
    <main className="page">
      <Microphone callNext={callNextAction.bind(null, slug)} endTurn={endTurnAction.bind(null, slug)} />
      <TopicsScreen
        key={JSON.stringify(initial)}
        seed={order}
        initial={initial}
        mayPitch={mayPitch}
        cast={castAction.bind(null, slug)}
      />
    </main>
  );
}
