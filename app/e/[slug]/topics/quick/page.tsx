import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { QuickVote } from "@/components/topic/quick-vote";
import { viewTopics } from "@/lib/topic/queries";
import { look } from "@/lib/web/look";
import { castAction } from "../actions";

type QuickPageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ at?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("topic");
  return { title: t("quick") };
}

export default async function QuickPage({ params, searchParams }: QuickPageProps) {
  const { slug } = await params;
  const at = Math.max(0, Number.parseInt(String((await searchParams).at ?? "0"), 10) || 0);
  const { order, seen, exposure } = await look(viewTopics, slug, undefined);

  return (
    <main className="page">
      <QuickVote seed={order} seen={seen} exposure={exposure} start={at} cast={castAction.bind(null, slug)} />
    </main>
  );
}
