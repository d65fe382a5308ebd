import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Figures } from "@/components/desk/figures";
import { Joins } from "@/components/desk/joins";
import { KeepFresh } from "@/components/desk/keep-fresh";
import { PhaseControl } from "@/components/desk/phase-control";
import { PitchQueue } from "@/components/desk/pitch-queue";
import { WayIn } from "@/components/desk/way-in";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Words } from "@/components/ui/words";
import { viewDesk } from "@/lib/event/queries";
import { look } from "@/lib/web/look";
import { publicOrigin } from "@/lib/web/origin";
import {
  callNextAction,
  endTurnAction,
  leaveQueueAction,
  openPhaseAction,
  queueTopicAction,
  rotateCodeAction,
  rotateWallAction,
} from "./actions";
import "@/components/desk/desk.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

export default async function DeskPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const {
    event: held,
    role,
    wallKey,
    members,
    voters,
    joinsPerMinute,
    tickets,
  } = await look(viewDesk, slug, undefined);
  const [t, origin] = await Promise.all([getTranslations("desk"), publicOrigin()]);
  const settings = role === "host" && (
    <LinkButton href={`/e/${slug}/settings`} look="plain">
      {t("settings")}
    </LinkButton>
  );
  return (
    <main className="page page-wide">
      <KeepFresh seconds={15} />
      <PageHeader title={t("title")} action={settings} />
      <Words namespaces={["ui", "live", "topic", "desk", "refused"]}>
        <div className="grid gap-6">
          <PhaseControl open={openPhaseAction.bind(null, slug)} />
          <Figures members={members} voters={voters} />
          <div className="desk-parts">
            <PitchQueue
              call={callNextAction.bind(null, slug)}
              end={endTurnAction.bind(null, slug)}
              line={queueTopicAction.bind(null, slug)}
              leave={leaveQueueAction.bind(null, slug)}
            />
            <Joins members={members} perMinute={joinsPerMinute} tickets={tickets} />
            <WayIn
              code={held.joinCode}
              joinAddress={`${origin}/j/${held.joinCode}`}
              wallAddress={`${origin}/wall/${slug}/${wallKey}`}
              replayAddress={`/e/${slug}/replay`}
              isPrivate={held.visibility === "private"}
              rotateCode={rotateCodeAction.bind(null, slug)}
              rotateWall={rotateWallAction.bind(null, slug)}
            />
          </div>
        </div>
      </Words>
    </main>
  );
}
