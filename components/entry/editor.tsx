"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { SentForm } from "@/components/form/complaint";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Refusal } from "@/components/ui/refusal";
import { Submit } from "@/components/ui/submit";
import type { Texts } from "@/lib/entry/rules";
import { type FormState, idle } from "@/lib/web/form-state";
import { BodyArea } from "./body-area";
import { EditorFields } from "./editor-fields";
import { Standing } from "./standing";
import { useDraft } from "./use-draft";

export type EditorProps = {
  id: string;
  /** Address of the entry. */
  at: string;
  /** Whose draft it is that this browser keeps. */
  person: string;
  /** The newest revision. */
  head: { no: number; texts: Texts };
  save: (previous: FormState, form: FormData) => Promise<FormState>;
};

/**
 * An entry's text with a preview; a plain form without JavaScript. With it, what is typed is kept on this phone until
 * the server has it, whatever becomes of the network and the page.
 */
export function Editor(props: EditorProps) {
  const { id, at, head, save } = props;
  const t = useTranslations("entry");
  const form = useRef<HTMLFormElement>(null);
  const [sent, submit] = useActionState(save, idle);
  const draft = useDraft(form, props, baseOf(sent, head.no));
  const state = draft.answer ?? sent;
  const isPreview = state.status === "refused" && state.reason === "preview";
  const conflict = state.status === "refused" && state.reason === "entry-conflict" ? state : null;

  return (
    <SentForm value={state}>
      <form ref={form} action={submit} noValidate className="grid gap-4" onInput={draft.keep} onSubmit={draft.submit}>
        <div role="status" className="grid gap-2 empty:hidden">
          {draft.cameBack && (
            <Notice title={t("cameBack")} action={<Button onClick={draft.throwAway}>{t("throwAway")}</Button>}>
              {t("cameBackHelp")}
            </Notice>
          )}
          {draft.status === "offline" && (
            <Notice tone="warn" title={t("keptHere")}>
              {t("keptHereHelp")}
            </Notice>
          )}
          {draft.status === "unkept" && <Notice tone="warn" title={t("notKept")} />}
          <Saved state={state} at={at} />
        </div>
        {isPreview || <Refusal state={state} />}
        {conflict && <Standing places={Object.keys(conflict.fields)} texts={head.texts} />}
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="base" value={draft.base} />
        <EditorFields texts={head.texts}>
          <BodyArea at={at} body={head.texts.body} shown={isPreview ? (state.values.body ?? "") : null} />
        </EditorFields>
        <div className="action-row sticky bottom-0 z-10 flex flex-wrap items-center gap-2 bg-paper py-3">
          <Submit>{t("save")}</Submit>
          <span className="text-sm text-soft">{t(`saving.${draft.status}`)}</span>
        </div>
      </form>
    </SentForm>
  );
}

/** What was refused for a conflict is brought together with what stands now: it is the next change of that. */
function baseOf(state: FormState, head: number) {
  if (state.status !== "refused") return head;
  return Number(state.reason === "entry-conflict" ? state.about.no : (state.values.base ?? head));
}

function Saved({ state, at }: { state: FormState; at: string }) {
  const t = useTranslations("entry");
  if (state.status !== "done") return null;
  const { no, merged, secrets = [] } = state.value as { no: number; merged: boolean; secrets?: string[] };
  return (
    <>
      <Notice tone="good" title={t("saved", { no })} action={<Link href={at}>{t("read")}</Link>}>
        {merged && t("merged")}
      </Notice>
      {secrets.length > 0 && (
        <Notice tone="warn" title={t("likeSecrets", { count: secrets.length })}>
          <code className="wrap-anywhere">{secrets.join(", ")}</code> {t("likeSecretsHelp")}
        </Notice>
      )}
    </>
  );
}
