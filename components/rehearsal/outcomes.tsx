import { useTranslations } from "next-intl";
import { OneButton } from "@/components/ui/one-button";
import type { FormState } from "@/lib/web/form-state";
import { type Outcome, outcomes } from "@/lib/works/rules";

type OutcomesProps = {
  topicId: string;
  sums: Record<Outcome, number>;
  mine: Outcome | null;
  report: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** Three buttons to say how it went, each with how many said so; one's own is marked and can be changed. */
export function Outcomes({ topicId, sums, mine, report }: OutcomesProps) {
  const t = useTranslations("rehearsal");
  return (
    <section className="grid gap-3" aria-labelledby="how-it-went">
      <h2 id="how-it-went" className="font-bold text-lg">
        {t("how")}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-3">
        {outcomes.map((outcome) => (
          <li key={outcome} className="grid gap-1">
            <OneButton
              large
              look={mine === outcome ? "primary" : "quiet"}
              className="w-full"
              aria-pressed={mine === outcome}
              action={report}
              send={{ topicId, outcome }}
            >
              {t(`outcomes.${outcome}`)}
            </OneButton>
            <p className="text-center text-soft">{t("said", { n: sums[outcome] })}</p>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-soft">
        {mine ? t("yours", { outcome: t(`outcomes.${mine}`) }) : t("help")}
      </p>
    </section>
  );
}
