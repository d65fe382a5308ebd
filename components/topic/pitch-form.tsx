"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { TypedArea, TypedChoice, TypedField } from "@/components/form/typed";
import { KeptForm } from "@/components/outbox/kept-form";
import { KeptNotes } from "@/components/outbox/kept-notes";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";
import { Alike, type FindAlike } from "./alike";
import { forgetDraft, pitchDraft, useDraft } from "./draft";

type PitchFormProps = {
  slug: string;
  /** What to call this person; null when they have said it already. */
  name: string | null;
  /** Least and most letters; the schema itself would weigh more than this page. */
  titleLength: [number, number];
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  findAlike: FindAlike;
  /** Which promise it is pitched under: rendered where the words for it are. */
  children: ReactNode;
};

/** A title is enough. What is typed survives a dead network, a reload and a refusal. */
export function PitchForm({ slug, name, titleLength, action, findAlike, children }: PitchFormProps) {
  const t = useTranslations("topic");
  const ui = useTranslations("ui");
  const kept = useTranslations("outbox");
  const box = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useDraft(box, pitchDraft(slug));

  return (
    <div ref={box}>
      <KeptNotes kind="pitch" />
      <KeptForm
        kind="pitch"
        action={action}
        className="grid gap-4"
        onGiven={() => forgetDraft(pitchDraft(slug))}
        then={(id) => router.push(`/e/${slug}/topics/${id}`)}
        done={<Notice tone="good" title={kept("hung")} />}
      >
        <div className="sticky-note grid gap-4 p-4">
          <TypedField
            name="title"
            label={t("titleLabel")}
            hint={t("titleHint")}
            required
            minLength={titleLength[0]}
            maxLength={titleLength[1]}
            autoComplete="off"
            enterKeyHint="next"
            className="control font-semibold"
          />
          <Alike slug={slug} find={findAlike} form={box} />
          <TypedArea name="pitch" label={t("pitchLabel")} optional={ui("optional")} rows={2} maxLength={280} />
        </div>
        {name !== null && (
          <TypedField
            name="name"
            label={t("nameLabel")}
            defaultValue={name}
            required
            maxLength={60}
            autoComplete="name"
          />
        )}
        <div>
          <TypedChoice name="anonymous" label={t("anonymousLabel")} />
          <TypedChoice name="sought" label={t("soughtLabel")} hint={t("soughtHint")} />
        </div>
        {children}
        <Submit large>{t("hangUp")}</Submit>
      </KeptForm>
    </div>
  );
}
