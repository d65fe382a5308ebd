import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedHidden, TypedSelect } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type StartProps = {
  id: string;
  versions: readonly string[];
  stages: readonly { topicId: string; title: string }[];
  start: ComponentProps<typeof ActionForm>["action"];
};

/** Begins a rehearsal: which version, in which topic. */
export function StartRehearsal({ id, versions, stages, start }: StartProps) {
  const t = useTranslations("rehearsal");
  return (
    <ActionForm action={start} className="card grid gap-4 p-4">
      <h2 className="font-bold text-lg">{t("start")}</h2>
      <p className="text-sm text-soft">{t("startHelp")}</p>
      <TypedHidden name="id" defaultValue={id} />
      <TypedSelect name="version" label={t("version")}>
        {versions.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </TypedSelect>
      <TypedSelect name="topicId" label={t("topic")}>
        {stages.map(({ topicId, title }) => (
          <option key={topicId} value={topicId}>
            {title}
          </option>
        ))}
      </TypedSelect>
      <Submit look="quiet" className="justify-self-start">
        {t("startNow")}
      </Submit>
    </ActionForm>
  );
}
