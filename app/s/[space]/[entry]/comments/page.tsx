import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Saw, Watch } from "@/components/comment/saw";
import { SayForm } from "@/components/comment/say-form";
import { ThreadView } from "@/components/comment/thread";
import { BelowEntry } from "@/components/entry/below-entry";
import { EmptyState } from "@/components/ui/empty-state";
import { Words } from "@/components/ui/words";
import { viewComments } from "@/lib/comment/queries";
import { viewerKeeper } from "@/lib/web/keeper";
import { lookInSpace } from "@/lib/web/space";
import { addCommentAction, removeCommentAction, resolveCommentAction, saySawAction, watchEntryAction } from "./actions";

type CommentsProps = { params: Promise<{ space: string; entry: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("comment");
  return { title: t("title"), robots: { index: false } };
}

/** What people say about an entry, who saw the same, and whether one is told of more. */
export default async function CommentsPage({ params }: CommentsProps) {
  const { space, entry } = await params;
  const { title, threads, saw, isWatching, mayWrite } = await lookInSpace(viewComments, space, { entryId: entry });
  const t = await getTranslations("comment");
  const [open, aside] = [threads.filter((one) => !one.isResolved), threads.filter((one) => one.isResolved)];
  const { person } = await viewerKeeper(null);
  const shared = {
    entry,
    person,
    at: `/s/${space}/${entry}`,
    mayWrite,
    actions: {
      add: addCommentAction.bind(null, space),
      resolve: resolveCommentAction.bind(null, space),
      remove: removeCommentAction.bind(null, space),
    },
  };
  return (
    <BelowEntry space={space} entry={entry} over={title} title={t("title")}>
      <Words namespaces={["ui", "comment", "refused"]}>
        <div className="grid max-w-3xl gap-8">
          {open.length === 0 && <EmptyState title={t("empty")}>{t("emptyHelp")}</EmptyState>}
          <ol className="grid gap-4">
            {open.map((thread) => (
              <ThreadView key={thread.id} thread={thread} {...shared} />
            ))}
          </ol>
          {mayWrite && (
            <section className="grid gap-3">
              <h2 className="font-bold text-lg">{t("say")}</h2>
              <SayForm action={shared.actions.add} entry={entry} person={person} />
            </section>
          )}
          {aside.length > 0 && (
            <details>
              <summary className="min-h-11 cursor-pointer py-2 text-accent">
                {t("aside", { count: aside.length })}
              </summary>
              <ol className="grid gap-4">
                {aside.map((thread) => (
                  <ThreadView key={thread.id} thread={thread} {...shared} />
                ))}
              </ol>
            </details>
          )}
          <section className="grid gap-3 border-line border-t pt-6">
            <h2 className="font-bold text-lg">{t("sawTitle")}</h2>
            <Saw saw={saw} entry={entry} action={saySawAction.bind(null, space)} />
          </section>
          <Watch isWatching={isWatching} entry={entry} action={watchEntryAction.bind(null, space)} />
        </div>
      </Words>
    </BelowEntry>
  );
}
