import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { CrewPlace } from "@/components/board/crew-place";
import { KeptNotes } from "@/components/outbox/kept-notes";
import { KeepCurrent } from "@/components/programme/keep-current";
import { Confidence } from "@/components/topic/confidence";
import { EditTopic } from "@/components/topic/edit-topic";
import { Merges } from "@/components/topic/merges";
import { Notes } from "@/components/topic/notes";
import { TopicActions } from "@/components/topic/topic-actions";
import { TopicSheet } from "@/components/topic/topic-sheet";
import { BackLink } from "@/components/ui/back-link";
import { LinkButton } from "@/components/ui/button";
import { viewTopic } from "@/lib/topic/queries";
import { look } from "@/lib/web/look";
import { clearTopicAction, pinTopicAction, placeTopicAction } from "../../board/actions";
import { Asked } from "../../questions/asked";
import { castAction } from "../actions";
import * as act from "./actions";
import { Marked } from "./marked";
import { Rehearsed } from "./rehearsed";

/** Notes are no part of the live board: a reader sees new words this often. */
const freshSeconds = 20;

type TopicPageProps = { params: Promise<{ slug: string; topic: string }> };

/** Asked once for the title and the page. */
const topicOf = cache((slug: string, topicId: string) => look(viewTopic, slug, { topicId }));

export async function generateMetadata({ params }: TopicPageProps): Promise<Metadata> {
  const { slug, topic: topicId } = await params;
  const { card, isPrivate } = await topicOf(slug, topicId);
  return isPrivate ? {} : { title: card?.title ?? "" };
}

export default async function TopicPage({ params }: TopicPageProps) {
  const { slug, topic: topicId } = await params;
  const view = await topicOf(slug, topicId);
  if (view.intoId) redirect(`/e/${slug}/topics/${view.intoId}`);
  const t = await getTranslations("topic");
  const { card, note, snapshot, ballot } = view;
  if (!card) redirect(`/e/${slug}/topics`);
  const others = snapshot.topics.filter(
    (one) => one.id !== topicId && one.confidentiality === card.confidentiality && card.confidentiality !== "sealed",
  );
  const isCrew = ballot.member !== null && ballot.member.role !== "participant";

  return (
    <main className="page topic-page">
      <KeepCurrent changesAt={new Date(Date.now() + freshSeconds * 1000).toISOString()} />
      <BackLink href={`/e/${slug}/topics`} label={t("back")} />
      <TopicSheet topicId={topicId} initial={card} cast={castAction.bind(null, slug)} />
      <KeptNotes about={topicId} />
      <TopicActions
        topic={card}
        mine={ballot.mine.includes(topicId)}
        isCrew={isCrew}
        convene={act.conveneAction.bind(null, slug)}
        queue={act.queueTopicAction.bind(null, slug)}
        leave={act.leaveQueueAction.bind(null, slug)}
      />
      <Confidence
        topicId={topicId}
        confidence={view.confidence}
        hasNotes={note.body !== "" || view.wasAsked}
        set={act.setConfidentialityAction.bind(null, slug)}
        answer={act.answerLooseningAction.bind(null, slug)}
      />
      <Notes
        topicId={topicId}
        note={note}
        mayWrite={view.mayWrite}
        sealedAt={card.confidentiality === "sealed" ? `/e/${slug}/topics/${topicId}/room` : null}
        save={act.saveNoteAction.bind(null, slug)}
      />
      <Rehearsed slug={slug} topicId={topicId} />
      <Asked slug={slug} about="topic" subjectId={topicId} />
      {ballot.member && card.confidentiality !== "sealed" && (
        <LinkButton look="plain" href={`/e/${slug}/library?topic=${topicId}`} className="justify-self-start">
          {(await getTranslations("entry"))("makeEntry")}
        </LinkButton>
      )}
      <Merges
        topicId={topicId}
        merges={view.merges}
        others={view.mayMerge ? others : []}
        propose={act.proposeMergeAction.bind(null, slug)}
        agree={act.agreeMergeAction.bind(null, slug)}
        decline={act.declineMergeAction.bind(null, slug)}
        split={act.splitTopicAction.bind(null, slug)}
      />
      {isCrew && (
        <CrewPlace
          topic={card}
          board={snapshot}
          place={placeTopicAction.bind(null, slug)}
          clear={clearTopicAction.bind(null, slug)}
          pin={pinTopicAction.bind(null, slug)}
        />
      )}
      {view.mayEdit && (
        <EditTopic
          topic={card}
          anonymous={view.anonymous}
          edit={act.editTopicAction.bind(null, slug)}
          withdraw={act.withdrawTopicAction.bind(null, slug)}
        />
      )}
      <Marked slug={slug} topicId={topicId} />
    </main>
  );
}
