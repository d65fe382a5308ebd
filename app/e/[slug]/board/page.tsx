import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardScreen } from "@/components/board/board-screen";
import { viewPlacing } from "@/lib/board/queries";
import { look } from "@/lib/web/look";
import { clearTopicAction, pinTopicAction, placeTopicAction } from "./actions";

type BoardPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

export default async function BoardPage({ params }: BoardPageProps) {
  const { slug } = await params;
  const { mayPlace } = await look(viewPlacing, slug, undefined);
  const actions = {
    place: placeTopicAction.bind(null, slug),
    clear: clearTopicAction.bind(null, slug),
    pin: pinTopicAction.bind(null, slug),
  };

  return (
    <main className="page page-wide">
      <BoardScreen actions={mayPlace ? actions : null} />
    </main>
  );
}
