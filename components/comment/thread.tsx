import { useTranslations } from "next-intl";
import { TypedArea } from "@/components/form/typed";
import { KeptComment } from "@/components/passage/kept-comment";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import { Time } from "@/components/ui/time";
import type { Said, Thread } from "@/lib/comment/queries";
import type { FormState } from "@/lib/web/form-state";
import { Passage } from "./passage";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
export type CommentActions = Record<"add" | "resolve" | "remove", Action>;
type Shared = { entry: string; person: string; at: string; actions: CommentActions; mayWrite: boolean };

/** What was said about one passage, and what was answered. */
export function ThreadView({ thread, ...shared }: { thread: Thread } & Shared) {
  const t = useTranslations("comment");
  const { entry, person, at, actions, mayWrite } = shared;
  const send = { entryId: entry, id: thread.id, resolved: thread.isResolved ? "no" : "yes" };
  return (
    <li id={`comment-${thread.id}`} className="card grid scroll-mt-4 gap-3 p-4">
      {thread.found && <Passage at={at} id={thread.id} quote={thread.quote} found={thread.found} />}
      <Words said={thread} {...shared} />
      {thread.answers.length > 0 && (
        <ol className="grid gap-3 border-line border-l-2 pl-4">
          {thread.answers.map((answer) => (
            <li key={answer.id}>
              <Words said={answer} {...shared} />
            </li>
          ))}
        </ol>
      )}
      {mayWrite && (
        <div className="flex flex-wrap items-start gap-3">
          <details className="grow">
            <summary className="min-h-11 cursor-pointer py-2 text-accent">{t("answer")}</summary>
            <KeptComment {...{ person, entry }} on={thread.id} action={actions.add} className="grid gap-3">
              <input type="hidden" name="parentId" value={thread.id} />
              <TypedArea name="body" id={`answer-${thread.id}`} label={t("yourAnswer")} required maxLength={10_000} />
              <Submit className="justify-self-start">{t("send")}</Submit>
            </KeptComment>
          </details>
          <OneButton action={actions.resolve} send={send} look="plain">
            {thread.isResolved ? t("reopen") : t("resolve")}
          </OneButton>
        </div>
      )}
    </li>
  );
}

function Words({ said, entry, actions }: { said: Said } & Shared) {
  const t = useTranslations("comment");
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p className="text-sm text-soft">
          <strong className="text-ink">{said.by ?? t("somebody")}</strong> · <Time at={said.at} zone="UTC" as="full" />
        </p>
        {said.mayRemove && (
          <OneButton action={actions.remove} send={{ entryId: entry, id: said.id }} look="plain">
            {t("remove")}
          </OneButton>
        )}
      </div>
      <p className="wrap-anywhere whitespace-pre-line">{said.body}</p>
    </div>
  );
}
