import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type SawProps = {
  saw: { by: string | null; isMine: boolean; note: string }[];
  entry: string;
  action: Action;
};

/** Who saw the same, and where. */
export function Saw({ saw, entry, action }: SawProps) {
  const t = useTranslations("comment");
  const isMine = saw.some((one) => one.isMine);
  return (
    <div className="grid gap-3">
      <p>{t("sawCount", { count: saw.length })}</p>
      <ul className="grid gap-1">
        {saw.map(({ by, isMine: mine, note }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: people are not told apart by an id here
          <li key={place} className="wrap-anywhere">
            <strong>{mine ? t("you") : (by ?? t("somebody"))}</strong>
            {note && `: ${note}`}
          </li>
        ))}
      </ul>
      {isMine ? (
        <OneButton action={action} send={{ entryId: entry, saw: "no" }} look="plain">
          {t("notAfterAll")}
        </OneButton>
      ) : (
        <ActionForm action={action} className="grid gap-3">
          <input type="hidden" name="entryId" value={entry} />
          <input type="hidden" name="saw" value="yes" />
          <TypedField name="note" label={t("where")} maxLength={1_000} />
          <Submit look="quiet" className="justify-self-start">
            {t("sawToo")}
          </Submit>
        </ActionForm>
      )}
    </div>
  );
}

/** Told by mail once a day, or not. */
export function Watch({ isWatching, entry, action }: { isWatching: boolean; entry: string; action: Action }) {
  const t = useTranslations("comment");
  return (
    <div className="grid gap-1">
      <OneButton action={action} send={{ entryId: entry, watch: isWatching ? "no" : "yes" }} look="quiet">
        {isWatching ? t("unwatch") : t("watch")}
      </OneButton>
      <p className="text-sm text-soft">{t("watchHelp")}</p>
    </div>
  );
}
