import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { OneButton } from "@/components/ui/one-button";
import type { Confidentiality } from "@/lib/confidentiality/rules";
import type { FormState } from "@/lib/web/form-state";

export type LooseningProps = {
  topicId: string;
  confidence: {
    loosenTo: Confidentiality | null;
    agreed: number;
    asked: number;
    /** Whether the viewer has said yes; null: they have no say. */
    mine: boolean | null;
  };
  answer: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The question to all who wrote, in numbers: who they are stays away. */
export function Loosening({ topicId, confidence, answer }: LooseningProps) {
  const t = useTranslations("confidential");
  const { loosenTo, agreed, asked, mine } = confidence;
  if (!loosenTo) return null;
  const send = { topicId, confidentiality: loosenTo };
  return (
    <Notice tone="warn" title={t("asks", { to: loosenTo, agreed, asked })}>
      {mine !== null && (
        <div className="flex flex-wrap items-center gap-2 pt-2">
          {mine ? (
            <p>{t("said")}</p>
          ) : (
            <OneButton action={answer} send={{ ...send, answer: "yes" }}>
              {t("yes")}
            </OneButton>
          )}
          <OneButton action={answer} send={{ ...send, answer: "no" }} look="quiet">
            {t("no")}
          </OneButton>
        </div>
      )}
    </Notice>
  );
}
