import { Prose } from "@/components/entry/prose";
import { PublishedTools } from "@/components/recipe/published-tools";
import { RecipeView } from "@/components/recipe/recipe-view";
import type { EntryDocument } from "@/lib/entry/input";

type DocumentProps = {
  document: EntryDocument;
  slug: string;
  version: string;
  asked?: Readonly<Record<string, string | string[] | undefined>>;
};

/** What a public entry says. Props: document, slug and version (where what lies beside it is), asked (after the `?`). */
export function PublishedDocument({ document, slug, version, asked = {} }: DocumentProps) {
  const pictures = `/library/${slug}/v/${encodeURIComponent(version)}/picture`;
  if (document.kind === "recipe")
    return (
      <RecipeView document={document} pictures={pictures} asked={asked}>
        <PublishedTools slug={slug} />
      </RecipeView>
    );
  return (
    document.body && (
      <Prose lang={document.lang} pictures={pictures}>
        {document.body}
      </Prose>
    )
  );
}
