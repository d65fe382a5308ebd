import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { StudioView } from "@/lib/sanitise/queries";
import type { StudioAction } from "./findings";

type TracesProps = { view: StudioView; action: StudioAction };

/** What the proof-read still finds in the finished copy of what was hidden. Props: view, action. */
export function Traces({ view: { traces, entry }, action }: TracesProps) {
  const t = useTranslations("publish");
  return (
    <section aria-labelledby="traces">
      <h2 id="traces">{t("traces")}</h2>
      <p className="max-w-[70ch] text-soft">{t(traces.length > 0 ? "tracesHelp" : "tracesNone")}</p>
      {traces.length > 0 && (
        <ActionForm action={action} className="grid gap-4" done={<Notice tone="good" title={t("decided")} />}>
          <input type="hidden" name="entryId" value={entry.id} />
          <div>
            {traces.slice(0, 900).map((trace, number) => (
              <div key={`${trace.key} ${trace.term}`} className="studio-row studio-trace">
                <div className="grid gap-1">
                  <code>{trace.around}</code>
                  <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
                    <Badge tone={trace.mayBeChance ? "warn" : "bad"}>{t(`form.${trace.form}`)}</Badge>
                    {t("traceOf", { found: trace.found.slice(0, 80), term: trace.term.slice(0, 80) })}
                  </p>
                </div>
                <input type="hidden" name={`found.${number}.key`} value={trace.key} />
                <select
                  key={String(trace.isFine)}
                  className="control"
                  name={`found.${number}.deed`}
                  defaultValue={trace.isFine ? "fine" : "later"}
                  aria-label={t("deedOf", { term: trace.found.slice(0, 60) })}
                >
                  <option value="later">{t("trace.later")}</option>
                  <option value="mask">{t("trace.mask")}</option>
                  {trace.mayBeChance && <option value="fine">{t("trace.fine")}</option>}
                </select>
              </div>
            ))}
          </div>
          <Submit className="justify-self-start">{t("lookedAt")}</Submit>
        </ActionForm>
      )}
    </section>
  );
}
