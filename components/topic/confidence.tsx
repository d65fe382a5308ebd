import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedChoice } from "@/components/form/typed";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import { type Confidentiality, confidentialities, isTighter } from "@/lib/confidentiality/rules";
import type { FormState } from "@/lib/web/form-state";
import { Loosening, type LooseningProps } from "./loosening";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type ConfidenceProps = LooseningProps & {
  confidence: { confidentiality: Confidentiality; mayChange: boolean };
  hasNotes: boolean;
  set: FormAction;
};

/** Which promise a topic's words stand under, and what it takes to change it. */
export function Confidence({ topicId, confidence, hasNotes, set, answer }: ConfidenceProps) {
  const t = useTranslations("confidential");
  const { confidentiality: now, mayChange } = confidence;
  const others = confidentialities.filter((one) => one !== now);
  // most topics are open: who cannot change that need not read about it
  if (now === "open" && !mayChange) return null;
  return (
    <section className="grid gap-2" aria-labelledby="confidence">
      <h2 id="confidence" className={now === "open" ? "sr-only" : "font-bold text-lg"}>
        {t("now", { is: now })}
      </h2>
      {now !== "open" && <p className="text-soft text-sm">{t(`${now}Help`)}</p>}
      <Loosening topicId={topicId} confidence={confidence} answer={answer} />
      {mayChange && (
        <details className="fold">
          <summary>{t("change")}</summary>
          <div className="grid justify-items-start gap-4 pb-4">
            {others.map((to) =>
              isTighter(to, now) ? (
                <Tighten key={to} topicId={topicId} to={to} set={set} discards={to === "sealed" && hasNotes} />
              ) : (
                <Loosen key={to} topicId={topicId} to={to} set={set} sealed={now === "sealed"} />
              ),
            )}
            <p className="text-soft text-sm">{t("lockedHelp")}</p>
          </div>
        </details>
      )}
    </section>
  );
}

type StepProps = { topicId: string; to: Confidentiality; set: FormAction };

function Tighten({ topicId, to, set, discards }: StepProps & { discards: boolean }) {
  const t = useTranslations("confidential");
  return (
    <ActionForm action={set} className="grid justify-items-start gap-1">
      <input type="hidden" name="topicId" value={topicId} />
      <input type="hidden" name="confidentiality" value={to} />
      <p className="text-sm">{t(`${to}Help`)}</p>
      {discards && <TypedChoice name="discard" label={t("discard")} />}
      <Submit look="quiet">{t("tighten", { to })}</Submit>
    </ActionForm>
  );
}

function Loosen({ topicId, to, set, sealed }: StepProps & { sealed: boolean }) {
  const t = useTranslations("confidential");
  return (
    <div className="grid gap-1">
      <p className="text-sm">
        {t("loosenHelp")} {sealed && t("unsealHelp")}
      </p>
      <OneButton action={set} send={{ topicId, confidentiality: to }} look="plain">
        {t("loosen", { to })}
      </OneButton>
    </div>
  );
}
