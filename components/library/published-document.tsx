import { Prose } from "@/components/entry/prose";
import { PostmortemView } from "@/components/postmortem/view";
import { PublishedTools } from "@/components/recipe/published-tools";
import { RecipeView } from "@/components/recipe/recipe-view";
import type { EntryDocument } from "@/lib/entry/input";

type DocumentProps = {
  document: EntryDocument;
  slug: string;
  version: string;
  /** Where its pictures are, while they are not public. */
  pictures?: string;
  asked?: Readonly<Record<string, string | string[] | undefined>>;
  /** Not public yet: nothing can be done with it. */
  isPreview?: boolean;
};

/** What a public entry says. Props: document, slug and version (where what lies beside it is), asked (after the `?`), isPreview. */
export function PublishedDocument(props: DocumentProps) {
  const { document, slug, version, asked = {}, isPreview = false } = props;
  const pictures = props.pictures ?? `/library/${slug}/v/${encodeURIComponent(version)}/picture`;
  if (document.kind === "recipe")
    return (
      <RecipeView document={document} pictures={pictures} asked={asked}>
        {!isPreview && <PublishedTools slug={slug} />}
      </RecipeView>
    );
  return (
    <>
      <PostmortemView document={document} today={new Date().toISOString().slice(0, 10)} />
      {document.body && (
        <Prose lang={document.lang} pictures={pictures}>
          {document.body}
        </Prose>
      )}
    </>
  );
}
