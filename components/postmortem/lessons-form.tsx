import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedHidden } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import { linesOfList } from "@/lib/incident/rules";
import type { PartFormProps } from "./part-form";

const lists = ["wentWell", "wentBadly", "gotLucky"] as const;

/** One line for each thing learned. */
export function LessonsForm({ action, of, document }: PartFormProps) {
  const t = useTranslations("postmortem");
  return (
    <ActionForm action={action} className="grid max-w-3xl gap-4">
      <TypedHidden name="id" defaultValue={of.id} />
      <TypedHidden name="base" defaultValue={String(of.base)} />
      {lists.map((list) => (
        <TypedArea
          key={list}
          name={list}
          label={t(list)}
          hint={t("oneEachLine")}
          defaultValue={linesOfList(document[list])}
          rows={4}
        />
      ))}
      <TypedArea
        name="reasonable"
        label={t("reasonable")}
        hint={t("reasonableHelp")}
        defaultValue={document.reasonable}
        rows={4}
      />
      <Submit className="justify-self-start">{t("save")}</Submit>
    </ActionForm>
  );
}
