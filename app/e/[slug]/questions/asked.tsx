import { Questions } from "@/components/question/questions";
import { viewQuestions } from "@/lib/question/queries";
import type { About } from "@/lib/question/rules";
import { look } from "@/lib/web/look";
import * as act from "./actions";

type AskedProps = { slug: string; about: About; subjectId: string };

/** What is asked of a talk or a topic, on its page; nothing where nothing is asked. */
export async function Asked({ slug, about, subjectId }: AskedProps) {
  const view = await look(viewQuestions, slug, { about, subjectId });
  return (
    view && (
      <Questions
        view={view}
        ask={act.askQuestionAction.bind(null, slug)}
        vote={act.voteForQuestionAction.bind(null, slug)}
        answer={act.answerQuestionAction.bind(null, slug)}
        hide={act.hideQuestionAction.bind(null, slug)}
        withdraw={act.withdrawQuestionAction.bind(null, slug)}
      />
    )
  );
}
