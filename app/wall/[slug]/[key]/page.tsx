import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveBoard } from "@/components/live/live-board";
import { Replay } from "@/components/replay/replay";
import { Words } from "@/components/ui/words";
import { FollowWall } from "@/components/wall/follow-wall";
import { WallQr } from "@/components/wall/wall-qr";
import { WallScreen } from "@/components/wall/wall-screen";
import { viewWall } from "@/lib/board/queries";
import { lookAtWall } from "@/lib/web/look";
import { publicOrigin } from "@/lib/web/public-address";
import { replayOnWall } from "./on-wall";

type WallPageProps = { params: Promise<{ slug: string; key: string }> };

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The board for the projector, or an incident played, by the secret of its link alone: whoever is signed in, it shows what the hall may see. */
export default async function WallPage({ params }: WallPageProps) {
  const { slug, key } = await params;
  const { snapshot, joinCode } = await lookAtWall(viewWall, slug, key, undefined);
  const played = await replayOnWall(slug, key);
  const t = await getTranslations("wall");
  const origin = await publicOrigin();
  const address = `${origin}/j/${joinCode}`;
  const join = joinCode ? { short: new URL(origin).host, code: joinCode } : null;

  return (
    <Words namespaces={["ui", "live", "wall", "replay"]}>
      <noscript>
        <meta httpEquiv="refresh" content="20" />
      </noscript>
      <FollowWall showing={played?.startedAt ?? "board"} seconds={5} />
      {played ? (
        <Replay key={played.startedAt} {...played.reel} back={null} />
      ) : (
        <LiveBoard initial={snapshot} wallKey={key}>
          <WallScreen join={join} qr={join && <WallQr address={address} label={t("qr", { address })} />} />
        </LiveBoard>
      )}
    </Words>
  );
}
