"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { TypedArea } from "@/components/form/typed";
import { Sheet } from "@/components/ui/sheet";
import { Submit } from "@/components/ui/submit";
import type { Anchor } from "@/lib/passage/rules";
import type { FormState } from "@/lib/web/form-state";
import { KeptComment } from "./kept-comment";

export type SayProps = {
  /** What is spoken of, as the page shows it. */
  passage: Anchor;
  entry: string;
  /** Whose browser it is. */
  person: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  onClose: () => void;
};

/** What somebody has to say about a passage that they selected. */
export function SayAbout({ passage, entry, person, action, onClose }: SayProps) {
  const t = useTranslations("comment");
  // an opened dialog begins at its cross
  useEffect(() => document.getElementById("passage-body")?.focus(), []);
  const heard = useCallback(
    ({ status }: FormState) => {
      if (status === "done") onClose();
    },
    [onClose],
  );
  return (
    <Sheet open onClose={onClose} title={t("sayAbout")}>
      <KeptComment {...{ person, entry, action }} on="passage" onAnswer={heard} className="grid gap-4">
        <blockquote className="wrap-anywhere max-h-40 overflow-y-auto border-accent border-l-4 pl-3 text-sm">
          {passage.quote}
        </blockquote>
        {/* kept with what is typed */}
        {Object.entries(passage).map(([name, value]) => (
          <textarea key={name} name={name} value={value} readOnly hidden />
        ))}
        <TypedArea name="body" id="passage-body" label={t("body")} required maxLength={10_000} />
        <Submit className="justify-self-start">{t("send")}</Submit>
      </KeptComment>
    </Sheet>
  );
}
