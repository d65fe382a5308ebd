import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Fold } from "@/components/form/fold";
import { TypedHidden, TypedSelect } from "@/components/form/typed";
import { Link } from "@/components/ui/link";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import type { NamedTopic } from "@/lib/entry/queries/topics";
import type { FormState } from "@/lib/web/form-state";

type Act = (previous: FormState, form: FormData) => Promise<FormState>;
type Choice = Pick<NamedTopic, "topicId" | "title" | "eventName">;
type EntryTopicsProps = {
  id: string;
  topics: readonly NamedTopic[];
  /** Whether the reader may name topics and take that back, and which are left to be named. */
  mayName: boolean;
  choices: readonly Choice[];
  name: Act;
  unname: Act;
};

/** The open-space topics of an entry, and a form to name one more; nothing when there is neither. */
export function EntryTopics({ id, topics, mayName, choices, name, unname }: EntryTopicsProps) {
  const t = useTranslations("entry.topics");
  if (topics.length === 0 && choices.length === 0) return null;
  return (
    <section className="grid gap-3 border-line border-t pt-4">
      <h2 className="font-bold text-lg">{t("title")}</h2>
      <ul className="grid gap-2">
        {topics.map((topic) => (
          <li key={`${topic.relation} ${topic.topicId}`} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="text-sm text-soft">{t(`relation.${topic.relation}`, { event: topic.eventName })}</span>
            <Link
              href={`/e/${topic.eventSlug}/topics/${topic.topicId}`}
              className="inline-flex min-h-11 items-center underline [overflow-wrap:anywhere]"
            >
              {topic.title}
            </Link>
            {topic.relation === "discussed-in" && mayName && (
              <OneButton look="plain" action={unname} send={{ id, topicId: topic.topicId }}>
                {t("unname")}
                <span className="sr-only">: {topic.title}</span>
              </OneButton>
            )}
          </li>
        ))}
      </ul>
      {choices.length > 0 && <NameTopic id={id} choices={choices} name={name} />}
    </section>
  );
}

function NameTopic({ id, choices, name }: Pick<EntryTopicsProps, "id" | "choices" | "name">) {
  const t = useTranslations("entry.topics");
  const events = Map.groupBy(choices, ({ eventName }) => eventName);
  return (
    <ActionForm action={name}>
      <Fold summary={t("name")}>
        <TypedHidden name="id" defaultValue={id} />
        <TypedSelect name="topicId" label={t("which")}>
          {[...events].map(([eventName, of]) => (
            <optgroup key={eventName} label={eventName}>
              {of.map(({ topicId, title }) => (
                <option key={topicId} value={topicId}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </TypedSelect>
        <Submit look="quiet" className="justify-self-start">
          {t("nameIt")}
        </Submit>
      </Fold>
    </ActionForm>
  );
}
