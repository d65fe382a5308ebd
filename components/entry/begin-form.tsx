import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedField, TypedHidden, TypedRadio } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import { entryKinds } from "@/lib/entry/input";
import type { FormState } from "@/lib/web/form-state";

type BeginFormProps = {
  begin: (previous: FormState, form: FormData) => Promise<FormState>;
  kind: (typeof entryKinds)[number];
  topicId: string | null;
  title: string;
  body: string;
};

/** A new entry needs a title only; everything else can come later. */
export function BeginForm({ begin, kind, topicId, title, body }: BeginFormProps) {
  const t = useTranslations("entry");
  return (
    <ActionForm action={begin} className="grid gap-4">
      {topicId && <TypedHidden name="topicId" defaultValue={topicId} />}
      <fieldset>
        <legend className="font-semibold">{t("kind")}</legend>
        {entryKinds.map((one) => (
          <TypedRadio
            key={one}
            name="kind"
            value={one}
            label={t(`oneKind.${one}`)}
            hint={t(`kindHelp.${one}`)}
            defaultChecked={one === kind}
          />
        ))}
      </fieldset>
      <TypedField name="title" label={t("title")} defaultValue={title} maxLength={300} required />
      <TypedArea
        name="body"
        label={t("body")}
        hint={t("bodyHelp")}
        defaultValue={body}
        rows={8}
        className="control field-sizing-content min-h-40 font-mono text-sm"
      />
      <Submit className="justify-self-start">{t("begin")}</Submit>
    </ActionForm>
  );
}
