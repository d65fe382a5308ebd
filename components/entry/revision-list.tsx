import { useFormatter, useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedHidden } from "@/components/form/typed";
import { Button } from "@/components/ui/button";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type Row = { no: number; kind: string; message: string; by: string | null; at: Date };
type RevisionListProps = {
  id: string;
  revisions: readonly Row[];
  newest: number;
  from: number;
  to: number;
  /** Null for those who may not write. */
  restore: ((previous: FormState, form: FormData) => Promise<FormState>) | null;
};

/** Every revision; two of them are chosen to be compared. */
export function RevisionList({ id, revisions, newest, from, to, restore }: RevisionListProps) {
  const t = useTranslations("entry");
  return (
    <section className="grid gap-3">
      <form className="grid gap-3">
        <ol className="grid divide-y divide-line border-line border-y">
          {revisions.map((row) => (
            <li key={row.no} className="flex items-start gap-2 py-2">
              <Pick name="from" no={row.no} checked={row.no === from} label={t("compareFrom", { no: row.no })} />
              <Pick name="to" no={row.no} checked={row.no === to} label={t("compareTo", { no: row.no })} />
              <Revision {...row} />
            </li>
          ))}
        </ol>
        <Button type="submit" className="justify-self-start">
          {t("compare")}
        </Button>
      </form>
      {restore && to < newest && (
        <ActionForm action={restore}>
          <TypedHidden name="id" defaultValue={id} />
          <input type="hidden" name="no" value={to} />
          <Submit look="quiet">{t("restore", { no: to })}</Submit>
        </ActionForm>
      )}
    </section>
  );
}

function Pick({ name, no, checked, label }: { name: string; no: number; checked: boolean; label: string }) {
  return (
    <label className="grid size-11 shrink-0 place-items-center">
      <input
        type="radio"
        name={name}
        value={no}
        defaultChecked={checked}
        aria-label={label}
        className="size-5 accent-accent"
      />
    </label>
  );
}

function Revision({ no, kind, message, by, at }: Row) {
  const t = useTranslations("entry");
  const format = useFormatter();
  const when = format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return (
    <div className="min-w-0 py-1 text-sm">
      <p>
        <strong>{no}</strong> · {kind === "restore" ? t("restored", { no: message }) : t(`revision.${kind as "edit"}`)}
      </p>
      {kind !== "restore" && message && <p>{message}</p>}
      <p className="text-soft text-xs">
        {by ?? t("somebodyGone")} · {`${when} UTC`}
      </p>
    </div>
  );
}
