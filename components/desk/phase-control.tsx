"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SentForm } from "@/components/form/complaint";
import { TypedField } from "@/components/form/typed";
import { useBoard } from "@/components/live/use-live";
import { Notice } from "@/components/ui/notice";
import { Refusal } from "@/components/ui/refusal";
import { Submit } from "@/components/ui/submit";
import { type Phase, phases } from "@/lib/event/rules";
import { type FormState, idle } from "@/lib/web/form-state";

type Send = (form: FormData) => void;
type PhaseControlProps = { open: (previous: FormState, form: FormData) => Promise<FormState> };

/** The parts of the day in a row; a tap opens one for everybody, and another tap undoes it. */
export function PhaseControl({ open }: PhaseControlProps) {
  const t = useTranslations("desk");
  const { phase } = useBoard().event;
  const [state, send] = useActionState(open, idle);
  return (
    <section aria-labelledby="phases" className="grid gap-3">
      <h2 id="phases" className="sr-only">
        {t("phases")}
      </h2>
      <Refusal state={state} />
      <SentForm value={state}>
        <form action={send} noValidate className="grid gap-3">
          {/* what Enter in the field below presses: the phase stays, only its end is announced */}
          <button type="submit" name="phase" value={phase} tabIndex={-1} aria-hidden className="sr-only" />
          <PhaseButtons current={phase} />
          <div className="desk-minutes">
            <TypedField name="minutes" label={t("minutes")} inputMode="numeric" list="lengths" />
            <datalist id="lengths">
              {[5, 10, 15, 20, 30, 45].map((minutes) => (
                <option key={minutes} value={minutes} />
              ))}
            </datalist>
            <Submit look="quiet" name="phase" value={phase}>
              {t("announce")}
            </Submit>
            <p className="text-sm text-soft">{t("minutesHint")}</p>
          </div>
        </form>
      </SentForm>
      {state.status === "done" && <Undo opened={state.value as Opened} send={send} />}
    </section>
  );
}

function PhaseButtons({ current }: { current: Phase }) {
  const t = useTranslations("live");
  const now = phases.indexOf(current);
  return (
    <ol className="desk-phases">
      {phases.map((phase, index) => (
        <li key={phase}>
          <button
            type="submit"
            name="phase"
            value={phase}
            className="desk-phase"
            aria-current={phase === current ? "step" : undefined}
            data-past={index < now || undefined}
          >
            <span className="desk-phase-number">{index + 1}</span>
            {t(`phase.${phase}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

type Opened = { from: Phase; phase: Phase };

/** Undo instead of "are you sure": the phase before is one tap away. */
function Undo({ opened: { from, phase }, send }: { opened: Opened; send: Send }) {
  const t = useTranslations("desk");
  const live = useTranslations("live");
  if (from === phase) return <Notice tone="good" title={t("announced")} />;
  return (
    <Notice
      tone="good"
      title={t("opened", { phase: live(`phase.${phase}`) })}
      action={
        <form action={send}>
          <input type="hidden" name="phase" value={from} />
          <Submit look="quiet">{t("undo", { phase: live(`phase.${from}`) })}</Submit>
        </form>
      }
    />
  );
}
