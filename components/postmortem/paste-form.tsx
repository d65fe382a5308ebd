"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { SentForm } from "@/components/form/complaint";
import { TypedArea, TypedChoice, TypedField, TypedHidden } from "@/components/form/typed";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Refusal } from "@/components/ui/refusal";
import { Submit } from "@/components/ui/submit";
import { type FormState, idle } from "@/lib/web/form-state";

export type Preview = {
  typed: { text: string; day: string; zone: string; replace: string };
  style: string | null;
  /** `when` as it would be typed. */
  events: { id: string; when: string; who: string; text: string }[];
  /** Of all, where not all are shown. */
  count: number;
  times: number;
};

type PasteFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  of: { id: string; base: number };
};

/** Pasted notes become rows: first they are shown, then, when somebody says so, added. Works without JavaScript. */
export function PasteForm({ action, of }: PasteFormProps) {
  const t = useTranslations("postmortem");
  const [state, submit] = useActionState(action, idle);
  const preview = state.status === "done" ? (state.value as Preview) : null;
  const typed = preview?.typed ?? { text: "", day: "", zone: "", replace: "" };
  return (
    <SentForm value={state}>
      <form action={submit} noValidate className="grid gap-4">
        <Refusal state={state} />
        <TypedHidden name="id" defaultValue={of.id} />
        <TypedHidden name="base" defaultValue={String(of.base)} />
        {preview && <Found preview={preview} />}
        <TypedArea
          key={typed.text}
          name="text"
          id="paste-text"
          label={t("paste.text")}
          hint={t("paste.textHelp")}
          defaultValue={typed.text}
          rows={8}
          className="control field-sizing-content max-h-96 min-h-40 font-mono text-sm"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TypedField
            name="day"
            id="paste-day"
            type="date"
            label={t("paste.day")}
            hint={t("paste.dayHelp")}
            defaultValue={typed.day}
          />
          <TypedField
            name="zone"
            id="paste-zone"
            label={t("paste.zone")}
            hint={t("paste.zoneHelp")}
            defaultValue={typed.zone}
          />
        </div>
        <TypedChoice name="replace" label={t("paste.replace")} defaultChecked={typed.replace === "on"} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{t("paste.preview")}</Button>
          {preview !== null && preview.count > 0 && (
            <Submit name="step" value="add">
              {t("paste.add", { count: preview.count })}
            </Submit>
          )}
        </div>
      </form>
    </SentForm>
  );
}

function Found({ preview: { events, style, count, times } }: { preview: Preview }) {
  const t = useTranslations("postmortem");
  if (!events.length || !style) return <Notice tone="warn" title={t("paste.nothing")} />;
  return (
    <div className="grid gap-2">
      <Notice tone="good" title={t("paste.found", { count, style: t(`paste.style.${style}`) })}>
        {times > 0 && t("paste.times", { count: times })}
      </Notice>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section className="max-h-96 overflow-auto" tabIndex={0} aria-label={t("timeline")}>
        <table className="w-full text-sm">
          <tbody>
            {events.map(({ id, when, who, text }) => (
              <tr key={id} className="border-line border-b align-top">
                <th scope="row" className="whitespace-nowrap py-1 pr-3 text-left font-normal tabular-nums">
                  {when || t("unknownTime")}
                </th>
                <td className="py-1">
                  {who && <span className="font-semibold">{`${who}: `}</span>}
                  <span className="whitespace-pre-line break-words">{text}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
