import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedField } from "@/components/form/typed";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

type WallReplayProps = {
  choices: readonly { id: string; title: string }[];
  /** What is on the wall now. */
  shown: string | null;
  show: FormAction;
  clear: FormAction;
};

/** Puts an incident on the wall, of the event's own space or published, and takes it off again. */
export function WallReplay({ choices, shown, show, clear }: WallReplayProps) {
  const t = useTranslations("replay");
  return (
    <div className="grid max-w-2xl gap-6">
      <p className="text-soft">{t("onWallHelp")}</p>
      {shown !== null && (
        <Notice tone="good" title={t("shownNow", { title: shown })}>
          <ActionForm action={clear}>
            <Submit>{t("clear")}</Submit>
          </ActionForm>
        </Notice>
      )}
      <section className="grid gap-3" aria-labelledby="of-event">
        <h2 id="of-event" className="font-bold text-lg">
          {t("own")}
        </h2>
        {choices.length === 0 && <p className="text-soft">{t("noneHere")}</p>}
        <ul className="grid gap-2">
          {choices.map(({ id, title }) => (
            <li key={id} className="card flex flex-wrap items-center justify-between gap-3 p-3">
              <span className="wrap-anywhere min-w-0 flex-1 font-semibold" id={`title-${id}`}>
                {title}
              </span>
              <ActionForm action={show}>
                <input type="hidden" name="entryId" value={id} />
                <Submit aria-describedby={`title-${id}`}>{t("show")}</Submit>
              </ActionForm>
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-3" aria-labelledby="of-library">
        <h2 id="of-library" className="font-bold text-lg">
          {t("published")}
        </h2>
        <ActionForm action={show} className="grid gap-3">
          <TypedField name="published" label={t("address")} hint={t("addressHint")} required maxLength={500} />
          <div>
            <Submit>{t("show")}</Submit>
          </div>
        </ActionForm>
      </section>
    </div>
  );
}
