import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedField } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import { Time } from "@/components/ui/time";
import type { StudioView } from "@/lib/sanitise/queries";
import type { StudioAction } from "./findings";

type PastProps = { view: StudioView; withdraw: StudioAction; supersede: StudioAction };

/** What was asked for before and what came of it; taking it back. Props: view, withdraw, supersede. */
export function Past({ view: { publications, publicAt, entry, mayDecide }, withdraw, supersede }: PastProps) {
  const t = useTranslations("publish");
  if (publications.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h2 id="past">{t("past")}</h2>
      <ul className="grid gap-2">
        {publications.map((one) => (
          <li key={one.id} className="text-sm">
            <span className="font-semibold">{`${one.version} · ${t(`stage.${one.stage}`)}`}</span>{" "}
            <Time at={one.requestedAt} zone="UTC" as="date" />
            <span className="block text-soft">
              {t("by", { requested: one.requestedBy?.name ?? "–", approved: one.approvedBy?.name ?? "–" })}
            </span>
          </li>
        ))}
      </ul>
      {publicAt && mayDecide && (
        <div className="grid max-w-2xl gap-4">
          <details className="card p-4">
            <summary className="cursor-pointer font-bold">{t("supersede")}</summary>
            <ActionForm action={supersede} className="grid gap-4 pt-3">
              <input type="hidden" name="entryId" value={entry.id} />
              <TypedField name="by" label={t("supersedeBy")} hint={t("supersedeHint")} />
              <Submit className="justify-self-start">{t("supersede")}</Submit>
            </ActionForm>
          </details>
          <details className="card p-4">
            <summary className="cursor-pointer font-bold">{t("withdraw")}</summary>
            <p className="pt-3 text-soft">{t("withdrawHelp")}</p>
            <ActionForm action={withdraw} className="grid gap-4 pt-3">
              <input type="hidden" name="entryId" value={entry.id} />
              <TypedArea name="because" label={t("because")} maxLength={1000} />
              <Submit look="danger" className="justify-self-start">
                {t("withdraw")}
              </Submit>
            </ActionForm>
          </details>
        </div>
      )}
    </section>
  );
}
