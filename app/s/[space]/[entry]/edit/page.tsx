import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Editor } from "@/components/entry/editor";
import { PictureShelf } from "@/components/entry/picture-shelf";
import { SpacePage } from "@/components/entry/space-page";
import { viewEntry } from "@/lib/entry/queries/entry";
import { listPictures } from "@/lib/entry/queries/picture";
import { textsOfDocument } from "@/lib/entry/rules";
import { viewerKeeper } from "@/lib/web/keeper";
import { lookInSpace } from "@/lib/web/space";
import { describePictureAction, saveTextAction } from "./actions";

type EditProps = {
  params: Promise<{ space: string; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EditPage({ params, searchParams }: EditProps) {
  const { space: slug, entry: id } = await params;
  const { refused } = await searchParams;
  const { space, entry, mayWrite } = await lookInSpace(viewEntry, slug, { id });
  const at = `/s/${slug}/${id}`;
  if (!mayWrite) redirect(at);
  const t = await getTranslations("entry");
  const { person } = await viewerKeeper(null);
  return (
    <SpacePage space={space} title={t("edit")} back={{ href: at, label: entry.document.title }}>
      <div className="grid gap-6">
        <Editor
          key={id}
          id={id}
          at={at}
          person={person}
          head={{ no: entry.revision, texts: textsOfDocument(entry.document) }}
          save={saveTextAction.bind(null, slug)}
        />
        <PictureShelf
          at={at}
          entryId={id}
          describedBy={describePictureAction.bind(null, slug)}
          refused={typeof refused === "string" ? refused : null}
          pictures={await lookInSpace(listPictures, slug, { id })}
        />
      </div>
    </SpacePage>
  );
}
