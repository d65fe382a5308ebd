"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedField, TypedSelect } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { ImportReport } from "@/lib/import/rules";
import { Report } from "./report";

type Action = ComponentProps<typeof ActionForm>["action"];
type OfSpace = { space: string; action: Action };

const reported = (space: string) => (value: unknown) => <Report space={space} report={value as ImportReport} />;

/** Files from this device, zips among them. */
export function UploadForm({ space, action }: OfSpace) {
  const t = useTranslations("interop.import");
  return (
    <ActionForm action={action} className="grid gap-3" done={reported(space)}>
      <TypedField
        name="files[]"
        id="files"
        type="file"
        multiple
        required
        accept=".md,.markdown,.txt,.erb,.yml,.yaml,.zip,.sh,.tf,.pp,.groovy,.py,.sql,.ps1"
        label={t("files")}
        hint={t("filesHint")}
      />
      <KindSelect id="files-kind" />
      <Submit className="justify-self-start">{t("upload")}</Submit>
    </ActionForm>
  );
}

/** A text from the clipboard. */
export function PasteForm({ space, action }: OfSpace) {
  const t = useTranslations("interop.import");
  return (
    <ActionForm action={action} className="grid gap-3" done={reported(space)}>
      <TypedArea
        name="text"
        label={t("text")}
        hint={t("textHint")}
        rows={8}
        className="control font-mono text-sm"
        required
      />
      <TypedField name="name" label={t("name")} hint={t("nameHint")} maxLength={200} autoComplete="off" />
      <KindSelect id="text-kind" />
      <Submit className="justify-self-start">{t("paste")}</Submit>
    </ActionForm>
  );
}

/** The address of a repository. */
export function RepositoryForm({ action, hosts }: { action: Action; hosts: readonly string[] }) {
  const t = useTranslations("interop.import");
  return (
    <ActionForm action={action} className="grid gap-3" done={<Notice tone="good" title={t("asked")} />}>
      <TypedField
        name="url"
        type="url"
        label={t("url")}
        hint={t("urlHint", { hosts: hosts.join(", ") })}
        maxLength={500}
        autoComplete="off"
        required
      />
      <TypedField name="folder" label={t("folder")} hint={t("folderHint")} maxLength={300} autoComplete="off" />
      <Submit className="justify-self-start">{t("fetch")}</Submit>
    </ActionForm>
  );
}

function KindSelect({ id }: { id: string }) {
  const t = useTranslations("interop.import");
  return (
    <TypedSelect name="kind" id={id} label={t("kind")} defaultValue="">
      <option value="">{t("kinds.guess")}</option>
      <option value="recipe">{t("kinds.recipe")}</option>
      <option value="postmortem">{t("kinds.postmortem")}</option>
    </TypedSelect>
  );
}
