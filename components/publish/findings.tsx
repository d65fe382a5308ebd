import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedArea, TypedChoice } from "@/components/form/typed";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { type Decision, deeds, type EntityKind } from "@/lib/sanitise/input";
import type { StudioView } from "@/lib/sanitise/queries";
import type { FormState } from "@/lib/web/form-state";

export type StudioAction = (previous: FormState, form: FormData) => Promise<FormState>;
type FindingsProps = { view: StudioView; action: StudioAction };

/** A form takes no more rows; what is beyond comes up once these are saved. */
const mostRows = 900;

/** What was found, and for each what becomes of it everywhere. Props: view, action. */
export function Findings({ view, action }: FindingsProps) {
  const t = useTranslations("publish");
  const { findings, added, plan, entry } = view;
  const rows = [
    ...findings.map(({ decided, ...one }) => ({ ...one, instead: "", ...decided, isNew: decided === null })),
    ...added.map((one) => ({ ...one, count: 0, places: [], isNew: false })),
  ].slice(0, mostRows);
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t("found")}</h2>
      <p className="max-w-[70ch] text-soft">{rows.length > 0 ? t("foundHelp") : t("foundNothing")}</p>
      <ActionForm action={action} className="grid gap-4" done={<Notice tone="good" title={t("decided")} />}>
        <input type="hidden" name="entryId" value={entry.id} />
        <div>
          {rows.map((row, number) => (
            <Row key={row.term} number={number} row={row} />
          ))}
        </div>
        <TypedArea name="more" label={t("more")} hint={t("moreHint")} rows={2} />
        <TypedChoice
          key={String(plan.relative)}
          name="relative"
          label={t("relative")}
          hint={t("relativeHint")}
          defaultChecked={plan.relative}
        />
        <TypedChoice
          key={`series ${plan.series}`}
          name="series"
          label={t("withSeries")}
          hint={t("withSeriesHint")}
          defaultChecked={plan.series}
        />
        <Submit look="primary" className="justify-self-start">
          {t("decide")}
        </Submit>
      </ActionForm>
    </section>
  );
}

type RowProps = {
  number: number;
  row: Decision & { kind: EntityKind; count: number; places: string[]; isNew: boolean };
};

function Row({ number, row }: RowProps) {
  const t = useTranslations("publish");
  const name = (field: string) => `lines.${number}.${field}`;
  return (
    <div className="studio-row">
      <div className="grid gap-1">
        <code>{row.term}</code>
        <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
          <Badge tone={row.kind === "secret" ? "bad" : "plain"}>{t(`kind.${row.kind}`)}</Badge>
          {row.isNew && <Badge tone="warn">{t("new")}</Badge>}
          {row.count > 0 ? t("times", { count: row.count }) : t("ownWord")}
        </p>
      </div>
      <input type="hidden" name={name("kind")} value={row.kind} />
      <input type="hidden" name={name("term")} value={row.term} />
      <select
        key={row.deed}
        className="control"
        name={name("deed")}
        defaultValue={row.deed}
        aria-label={t("deedOf", { term: row.term.slice(0, 60) })}
      >
        {deeds.map((deed) => (
          <option key={deed} value={deed}>
            {t(`deed.${deed}`)}
          </option>
        ))}
      </select>
      <input
        className="control"
        name={name("instead")}
        defaultValue={row.instead}
        maxLength={200}
        placeholder={t("instead")}
        aria-label={t("insteadOf", { term: row.term.slice(0, 60) })}
      />
    </div>
  );
}
