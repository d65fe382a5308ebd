import { useTranslations } from "next-intl";
import { Text } from "@/components/programme/markdown";
import { LinkButton } from "@/components/ui/button";
import type { FormState } from "@/lib/web/form-state";
import { NoteEditor } from "./note-editor";

type NotesProps = {
  topicId: string;
  note: { body: string; rev: number };
  mayWrite: boolean;
  /** Where the notes of a sealed topic are; null of any other. */
  sealedAt: string | null;
  save: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** What was written about a topic, or where it is sealed. */
export function Notes({ topicId, note, mayWrite, sealedAt, save }: NotesProps) {
  const t = useTranslations("topic");
  const sealed = useTranslations("sealed");
  return (
    <section className="topic-notes">
      <h2 className="font-bold text-lg">{t("notes")}</h2>
      {sealedAt === null ? (
        note.body ? (
          <Text>{note.body}</Text>
        ) : (
          <p className="text-soft">{t("noNotes")}</p>
        )
      ) : (
        <>
          <p className="text-soft">{sealed("goInHelp")}</p>
          <LinkButton href={sealedAt} look="primary" className="justify-self-start">
            {sealed("goIn")}
          </LinkButton>
        </>
      )}
      {mayWrite && <NoteEditor topicId={topicId} body={note.body} rev={note.rev} save={save} />}
    </section>
  );
}
