import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Fold } from "@/components/form/fold";
import { TypedArea } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type AnswerFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  questionId: string;
  answer: string;
};

/** For whoever answers: in words here, or none when it was said in the room. */
export function AnswerForm({ action, questionId, answer }: AnswerFormProps) {
  const t = useTranslations("question");
  const ui = useTranslations("ui");
  return (
    <ActionForm action={action}>
      <Fold summary={t("answer")}>
        <input type="hidden" name="questionId" value={questionId} />
        <TypedArea
          name="answer"
          id={`answer-${questionId}`}
          label={t("answerLabel")}
          hint={t("answerHint")}
          optional={ui("optional")}
          rows={2}
          maxLength={1_000}
          defaultValue={answer}
        />
        <Submit look="quiet" className="justify-self-start">
          {t("answerDone")}
        </Submit>
      </Fold>
    </ActionForm>
  );
}
