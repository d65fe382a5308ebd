import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { Fold } from "@/components/form/fold";
import { TypedSelect } from "@/components/form/typed";
import { Link } from "@/components/ui/link";
import { OneButton } from "@/components/ui/one-button";
import { Submit } from "@/components/ui/submit";
import type { FormState } from "@/lib/web/form-state";

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;
type Side = { id: string; title: string; agreed: boolean };
type MergeCard = {
  id: string;
  from: Side;
  into: Side;
  merged: boolean;
  mayAgree: boolean;
  mayDecline: boolean;
  maySplit: boolean;
};
type MergesProps = {
  topicId: string;
  merges: readonly MergeCard[];
  /** What it could be joined with; empty when that is not possible now. */
  others: readonly { id: string; title: string }[];
  propose: FormAction;
  agree: FormAction;
  decline: FormAction;
  split: FormAction;
};

/** Topics that are, or should be, one: proposals with their answers, unions that can be undone. */
export function Merges({ topicId, merges, others, propose, ...answers }: MergesProps) {
  const t = useTranslations("topic");
  if (merges.length === 0 && others.length === 0) return null;
  return (
    <section className="grid gap-3">
      {merges.map((merge) => (
        <MergeLine key={merge.id} merge={merge} here={topicId} {...answers} />
      ))}
      {others.length > 0 && (
        <ActionForm action={propose} done={<p role="status">{t("proposed")}</p>}>
          <Fold summary={t("sameAs")}>
            <input type="hidden" name="from" value={topicId} />
            <TypedSelect name="into" label={t("joinWith")} hint={t("joinHint")} defaultValue={others[0]?.id}>
              {others.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </TypedSelect>
            <Submit look="quiet">{t("propose")}</Submit>
          </Fold>
        </ActionForm>
      )}
    </section>
  );
}

type MergeLineProps = Pick<MergesProps, "agree" | "decline" | "split"> & { merge: MergeCard; here: string };

function MergeLine({ merge, here, agree, decline, split }: MergeLineProps) {
  const t = useTranslations("topic");
  const other = merge.from.id === here ? merge.into : merge.from;
  const send = { mergeId: merge.id };
  return (
    <div className="card flex flex-wrap items-center gap-3 p-3">
      <p className="min-w-48 grow">
        {merge.merged ? t("unitedWith") : t("maybeSame")}{" "}
        {merge.merged ? (
          <strong>{other.title}</strong>
        ) : (
          <Link href={other.id} className="font-bold underline">
            {other.title}
          </Link>
        )}
        {!merge.merged && (
          <span className="block text-sm text-soft">{t(other.agreed ? "theyAgreed" : "waitsForThem")}</span>
        )}
      </p>
      {merge.mayAgree && (
        <OneButton action={agree} send={send}>
          {t("agree")}
        </OneButton>
      )}
      {merge.mayDecline && (
        <OneButton action={decline} send={send} look="quiet">
          {t("decline")}
        </OneButton>
      )}
      {merge.maySplit && (
        <OneButton action={split} send={send} look="quiet">
          {t("split")}
        </OneButton>
      )}
    </div>
  );
}
