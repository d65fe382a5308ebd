"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Fold } from "@/components/form/fold";
import { TypedArea, TypedField } from "@/components/form/typed";
import type { Texts } from "@/lib/entry/rules";

/** The text first, then what is said about it; `children` is the text itself. */
export function EditorFields({ texts, children }: { texts: Texts; children: ReactNode }) {
  const t = useTranslations("entry");
  return (
    <>
      <TypedField name="title" label={t("title")} defaultValue={texts.title} maxLength={300} required />
      <TypedArea name="summary" label={t("summary")} defaultValue={texts.summary} maxLength={4_000} rows={2} />
      {children}
      <TypedField name="tags" label={t("tags")} hint={t("tagsHelp")} defaultValue={texts.tags} />
      <Fold summary={t("more")}>
        <TypedField name="tech" label={t("tech")} hint={t("techHelp")} defaultValue={texts.tech} />
        <TypedArea name="services" label={t("services")} hint={t("servicesHelp")} defaultValue={texts.services} />
        <TypedField name="lang" label={t("lang")} hint={t("langHelp")} defaultValue={texts.lang} maxLength={20} />
        <TypedField name="licence" label={t("licence")} hint={t("licenceHelp")} defaultValue={texts.licence} />
        <TypedField name="credit" label={t("credit")} hint={t("creditHelp")} defaultValue={texts.credit} />
      </Fold>
      <TypedField name="message" label={t("message")} hint={t("messageHelp")} maxLength={500} />
    </>
  );
}
