import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField, TypedSelect } from "@/components/form/typed";
import { Submit } from "@/components/ui/submit";
import type { ListedSeries, PinnedSignal, TimelineMarks } from "@/lib/series/queries";
import type { FormState } from "@/lib/web/form-state";
import { useBetween, useOnsetWords } from "./onset-words";

type SignalsProps = {
  signals: PinnedSignal[];
  listed: ListedSeries[];
  timeline: TimelineMarks;
};

/** Which signal people say could have been seen first, and why they say so. */
export function Signals({ signals, listed, timeline }: SignalsProps) {
  const t = useTranslations("series");
  const between = useBetween(timeline);
  const named = new Map(listed.map(({ id, name }) => [id, name]));
  if (signals.length === 0) return <p className="text-soft">{t("noSignals")}</p>;
  return (
    <ul className="grid gap-3">
      {signals.map(({ seriesId, name, isMine, lo, hi, note }) => (
        <li key={`${seriesId}${name}${hi.getTime()}`} className="border-accent border-l-4 pl-3">
          <p className="wrap-anywhere font-semibold">{named.get(seriesId) ?? t("notListed")}</p>
          <p className="text-sm">{between(lo.getTime(), hi.getTime())}</p>
          {note && <p className="wrap-anywhere">{note}</p>}
          <p className="text-sm text-soft">
            {isMine ? t("pinnedByMe") : t("pinnedBy", { name: name ?? t("somebody") })}
          </p>
        </li>
      ))}
    </ul>
  );
}

type PinFormProps = SignalsProps & {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  entry: string;
};

/** A person says it, nobody computes it. */
export function PinForm({ action, entry, listed, signals, timeline }: PinFormProps) {
  const t = useTranslations("series");
  const words = useOnsetWords(timeline);
  const onsets = listed.flatMap(({ id, name, onsets: all }) =>
    all.map((onset, at) => ({ key: `${id}/${at}`, hi: onset.hi, said: `${name}: ${words(onset)}` })),
  );
  if (onsets.length === 0) return null;
  return (
    <ActionForm action={action} className="grid gap-4">
      <input type="hidden" name="entryId" value={entry} />
      <TypedSelect name="onset" label={t("pin")} hint={t("pinHint")}>
        {signals.some(({ isMine }) => isMine) && <option value="">{t("unpin")}</option>}
        {onsets
          .sort((a, b) => a.hi - b.hi)
          .slice(0, 300)
          .map(({ key, said }) => (
            <option key={key} value={key}>
              {said}
            </option>
          ))}
      </TypedSelect>
      <TypedField name="note" label={t("why")} maxLength={1_000} />
      <Submit look="quiet" className="justify-self-start">
        {t("pinIt")}
      </Submit>
    </ActionForm>
  );
}
