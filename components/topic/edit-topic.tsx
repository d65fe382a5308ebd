import { useTranslations } from "next-intl";
import { Fold } from "@/components/form/fold";
import { TypedArea, TypedChoice, TypedField } from "@/components/form/typed";
import { KeptForm } from "@/components/outbox/kept-form";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import type { TopicCard } from "@/lib/live/feed";
import type { FormState } from "@/lib/web/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type EditTopicProps = { topic: TopicCard; anonymous: boolean; edit: FormAction; withdraw: FormAction };

/** Changing a topic's words, and taking it back. */
export function EditTopic({ topic, anonymous, edit, withdraw }: EditTopicProps) {
  const t = useTranslations("topic");
  const ui = useTranslations("ui");
  return (
    <section>
      <KeptForm kind="edit" about={topic.id} action={edit} done={<p role="status">{t("saved")}</p>}>
        <Fold summary={t("edit")}>
          <input type="hidden" name="topicId" value={topic.id} />
          <TypedField name="title" label={t("titleLabel")} defaultValue={topic.title} required maxLength={100} />
          <TypedArea
            name="pitch"
            label={t("pitchLabel")}
            optional={ui("optional")}
            defaultValue={topic.pitch}
            maxLength={280}
          />
          <TypedChoice name="anonymous" label={t("anonymousLabel")} defaultChecked={anonymous} />
          <Submit>{t("save")}</Submit>
        </Fold>
      </KeptForm>
      <details className="fold">
        <summary>{t("withdraw")}</summary>
        <div className="grid justify-items-start gap-3 pb-4">
          <p>{t("withdrawHelp")}</p>
          <OneButton action={withdraw} send={{ topicId: topic.id }} look="danger">
            {t("withdraw")}
          </OneButton>
        </div>
      </details>
    </section>
  );
}
