"use client";

import { useTranslations } from "next-intl";
import { useActionState, useContext, useState } from "react";
import { LiveContext } from "@/components/live/live-board";
import { useBallot, useBoard, useDots } from "@/components/live/use-live";
import { Refusal } from "@/components/ui/refusal";
import { type FormState, idle } from "@/lib/web/form-state";
import { DotStepper } from "./dot-stepper";
import type { Casting } from "./dot-well";
import { DotWell } from "./dot-well";

/** A topic's dots with all that a control needs; `barred` says why this person gives none. */
export function useCasting(topicId: string): Casting & { barred: boolean } {
  const { event } = useBoard();
  const { ballot } = useBallot();
  const { mine, pending, left, cast } = useDots(topicId);
  const barred = ballot.barred !== null || (!event.mayDotOwnTopic && ballot.mine.includes(topicId));
  return { mine, pending, left: Math.max(left, 0), most: Math.max(event.dotsPerTopic, mine), cast, barred };
}

type CastProps = { topicId: string; title: string };

/** The well at the edge of a note; nothing for one's own topic where that is not allowed. */
export function LiveDotWell({ topicId, title }: CastProps) {
  const { barred, ...casting } = useCasting(topicId);
  const full = useFull(topicId);
  if (barred) return null;
  return <DotWell topicId={topicId} title={title} onFull={() => full(casting)} {...casting} />;
}

/** The large places for dots; a sentence where this person may give none. */
export function LiveDotStepper({ topicId, title }: CastProps) {
  const t = useTranslations("topic");
  const { barred, ...casting } = useCasting(topicId);
  const full = useFull(topicId);
  if (barred) return <p className="text-center text-soft text-sm">{t("noDotsHere")}</p>;
  return <DotStepper topicId={topicId} title={title} onFull={() => full(casting)} {...casting} />;
}

/** Says at once what the server would say. */
export function useFull(topicId: string) {
  const store = useContext(LiveContext);
  return ({ left }: Casting) =>
    store?.set({ refusal: { reason: left > 0 ? "too-many-on-topic" : "out-of-dots", topicId, left } });
}

type DotsFormProps = { action: (previous: FormState, form: FormData) => Promise<FormState> };

/**
 * The form that every dot button of the page belongs to, for phones without JavaScript, and the place where a
 * refused dot says why, with JavaScript or without.
 */
export function DotsForm({ action }: DotsFormProps) {
  const [state, submit] = useActionState(action, idle);
  const { refusal, ballot, dismiss } = useBallot();
  const [closed, close] = useState<FormState | null>(null);
  const { phase } = useBoard().event;
  return (
    <>
      <form id="dots" action={submit} className="hidden" />
      {ballot.barred && phase === "voting" && <Refusal state={refused(ballot.barred)} />}
      <div className="toast">
        {refusal ? (
          <Refusal state={refused(refusal.reason, { left: refusal.left ?? 0, phase })} onClose={dismiss} />
        ) : (
          state !== closed && <Refusal state={state} onClose={() => close(state)} />
        )}
      </div>
    </>
  );
}

function refused(reason: string, about: Record<string, string | number> = {}): FormState {
  return { status: "refused", reason, about, fields: {}, values: {} };
}
