import { useTranslations } from "next-intl";
import type { Questions as View } from "@/lib/question/queries";
import { AskForm } from "./ask-form";
import { type LineActs, QuestionLine } from "./question-line";

type QuestionsProps = LineActs & { view: View; ask: LineActs["vote"] };

/** What the room wants to know: the most wanted on top, what was answered below. */
export function Questions({ view, ask, ...acts }: QuestionsProps) {
  const t = useTranslations("question");
  const { questions, mayAsk, isNamed, about, subjectId } = view;
  if (questions.length === 0 && !mayAsk) return null;
  return (
    <section aria-labelledby="questions" className="mt-6 grid max-w-3xl gap-3">
      <h2 id="questions" className="font-bold text-lg">
        {t("title")}
      </h2>
      {questions.length > 0 ? (
        <ol className="grid gap-2">
          {questions.map((question) => (
            <QuestionLine
              key={question.id}
              question={question}
              isNamed={isNamed}
              open={mayAsk}
              mayAnswer={view.mayAnswer}
              mayHide={view.mayHide}
              {...acts}
            />
          ))}
        </ol>
      ) : (
        <p className="text-soft">{t("none")}</p>
      )}
      {mayAsk && <AskForm action={ask} about={about} subjectId={subjectId} isNamed={isNamed} />}
    </section>
  );
}
