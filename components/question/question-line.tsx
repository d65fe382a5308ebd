import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { OneButton } from "@/components/ui/one-button";
import type { QuestionLine as Line } from "@/lib/question/queries";
import type { FormState } from "@/lib/web/form-state";
import { AnswerForm } from "./answer-form";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;
export type LineActs = { vote: Act; answer: Act; hide: Act; withdraw: Act };
type QuestionLineProps = LineActs & {
  question: Line;
  isNamed: boolean;
  open: boolean;
  mayAnswer: boolean;
  mayHide: boolean;
};

/** One question: how many want it answered, what was asked by whom, and what came of it. */
export function QuestionLine({ question, isNamed, open, mayAnswer, mayHide, ...acts }: QuestionLineProps) {
  const t = useTranslations("question");
  const { id, body, answer, by, votes, voted, hidden, isMine } = question;
  const mayVote = open && !hidden && question.answeredAt === null;
  return (
    <li className="card question" data-over={!mayVote || undefined}>
      {mayVote ? (
        <OneButton
          action={acts.vote}
          send={{ questionId: id, wants: voted ? "no" : "yes" }}
          look={voted ? "primary" : "quiet"}
          aria-pressed={voted}
          aria-label={t("vote", { votes })}
          className="question-vote"
        >
          <Icon name="up" />
          {votes}
        </OneButton>
      ) : (
        <p className="text-center text-soft">
          <span className="sr-only">{t("votes", { votes })}</span>
          <span aria-hidden="true">{votes}</span>
        </p>
      )}
      <div className="grid min-w-0 gap-1">
        <p className="whitespace-pre-line break-words">{body}</p>
        <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-soft">
          {isNamed && <span>{by ?? t("byNobody")}</span>}
          {question.answeredAt && <Badge tone="good">{t("answered")}</Badge>}
          {hidden && <Badge tone="warn">{t("hidden")}</Badge>}
        </p>
        {answer && <p className="whitespace-pre-line break-words border-line border-l-2 pl-3">{answer}</p>}
        {mayAnswer && !hidden && <AnswerForm action={acts.answer} questionId={id} answer={answer} />}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {mayHide && (
            <OneButton action={acts.hide} send={{ questionId: id, hide: hidden ? "no" : "yes" }} look="plain">
              {t(hidden ? "show" : "hide")}
            </OneButton>
          )}
          {isMine && (
            <OneButton action={acts.withdraw} send={{ questionId: id }} look="plain">
              {t("withdraw")}
            </OneButton>
          )}
        </div>
      </div>
    </li>
  );
}
