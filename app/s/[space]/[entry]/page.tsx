import { getTranslations } from "next-intl/server";
import { EntryHead } from "@/components/entry/entry-head";
import { EntryTools } from "@/components/entry/entry-tools";
import { Prose } from "@/components/entry/prose";
import { SpacePage } from "@/components/entry/space-page";
import { StatusForm } from "@/components/entry/status-form";
import { PostmortemView } from "@/components/postmortem/view";
import { RecipeTools } from "@/components/recipe/recipe-tools";
import { RecipeView } from "@/components/recipe/recipe-view";
import { Words } from "@/components/ui/words";
import { viewEntry } from "@/lib/entry/queries/entry";
import { lookInSpace } from "@/lib/web/space";
import { discardAction, setStatusAction } from "./actions";
import { forkAction } from "./fork/actions";
import { PassagesHere } from "./passages-here";
import { SimilarHere } from "./similar-here";
import { TopicsHere } from "./topics-here";

type EntryProps = {
  params: Promise<{ space: string; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EntryPage({ params, searchParams }: EntryProps) {
  const { space: slug, entry: id } = await params;
  const { space, entry, lastBy, mayWrite, mayDecide } = await lookInSpace(viewEntry, slug, { id });
  const t = await getTranslations("entry");
  const at = `/s/${slug}/${id}`;
  const { document } = entry;
  return (
    <SpacePage space={space} title={document.title} about={<EntryHead entry={entry} lastBy={lastBy} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <EntryTools at={at} kind={entry.kind} mayWrite={mayWrite} />
        <PassagesHere space={slug} id={id}>
          {document.summary && (
            <div className="text-lg">
              <Prose lang={document.lang}>{document.summary}</Prose>
            </div>
          )}
          {document.kind === "recipe" ? (
            <>
              <Words namespaces={["ui", "refused"]}>
                <RecipeTools
                  {...{ id, at, mayWrite, isFork: entry.forkedFrom !== null }}
                  fork={forkAction.bind(null, slug)}
                />
              </Words>
              <RecipeView document={document} asked={await searchParams} pictures={`${at}/picture`} />
            </>
          ) : (
            <>
              <PostmortemView
                document={document}
                today={new Date().toISOString().slice(0, 10)}
                editAt={mayWrite ? at : undefined}
              />
              <Prose lang={document.lang} pictures={`${at}/picture`}>
                {document.body}
              </Prose>
            </>
          )}
        </PassagesHere>
        <TopicsHere space={slug} id={id} />
        <SimilarHere space={slug} id={id} />
        {mayDecide && (
          <section className="grid max-w-2xl gap-3 border-line border-t pt-6">
            <h2 className="font-bold text-lg">{t("decide")}</h2>
            <StatusForm
              id={id}
              status={entry.status}
              set={setStatusAction.bind(null, slug)}
              discard={discardAction.bind(null, slug)}
            />
          </section>
        )}
      </div>
    </SpacePage>
  );
}
