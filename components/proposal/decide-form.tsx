"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedRadio } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";

type DecideFormProps = {
  id: string;
  proposal: string;
  revision: number;
  /** Places that both changed. */
  conflicts: readonly string[];
  action: ComponentProps<typeof ActionForm>["action"];
};

/** Merges it or not; where both changed the same, says whose counts. */
export function DecideForm({ id, proposal, revision, conflicts, action }: DecideFormProps) {
  const t = useTranslations("recipe.proposals");
  const ways =
    conflicts.length > 0 ? (["merge-theirs", "merge-ours", "decline"] as const) : (["merge", "decline"] as const);
  return (
    <ActionForm action={action} className="card grid gap-4 p-4">
      <h2 className="font-bold text-lg">{t("decide")}</h2>
      {conflicts.length > 0 && (
        <p>
          {t("conflicts")} <code>{conflicts.join(", ")}</code>
        </p>
      )}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="proposal" value={proposal} />
      <input type="hidden" name="revision" value={revision} />
      <div>
        {ways.map((way, at) => (
          <TypedRadio key={way} name="says" value={way} label={t(`says.${way}`)} defaultChecked={at === 0} />
        ))}
      </div>
      <TypedArea name="answer" label={t("answer")} maxLength={2_000} />
      <Submit className="justify-self-start">{t("send")}</Submit>
    </ActionForm>
  );
}
