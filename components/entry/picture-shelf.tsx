import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TypedChoice, TypedField } from "@/components/form/typed";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Submit } from "@/components/ui/submit";
import { pictureMark } from "@/lib/entry/rules";
import type { FormState } from "@/lib/web/form-state";

type PictureShelfProps = {
  at: string;
  entryId: string;
  describedBy: DescribeProps["action"];
  /** Why the last one was not taken. */
  refused: string | null;
  pictures: readonly { sha256: string; alt: string }[];
};

/** Pictures of an entry, each with the mark that puts it into the text; more are taken without JavaScript too. */
export function PictureShelf({ at, entryId, describedBy, refused, pictures }: PictureShelfProps) {
  const t = useTranslations("entry");
  const no = useTranslations("refused");
  return (
    <section id="pictures" className="grid gap-4 border-line border-t pt-6">
      <h2 className="font-bold text-lg">{t("pictures")}</h2>
      {refused && <Notice tone="bad" title={no(no.has(refused as "broken") ? (refused as "broken") : "broken")} />}
      <p className="text-soft">{t("picturesHelp")}</p>
      {pictures.length > 0 && (
        <ul className="grid gap-3">
          {pictures.map(({ sha256, alt }) => (
            <li key={sha256} className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-3">
              {/* biome-ignore lint/performance/noImgElement: it comes from a route that asks who looks */}
              <img src={`${at}/picture/${sha256}`} alt={alt} loading="lazy" className="size-16 shrink-0 object-cover" />
              <code className="min-w-0 select-all break-all text-xs">{pictureMark(sha256, alt)}</code>
              <DescribePicture action={describedBy} id={entryId} sha256={sha256} alt={alt} />
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={`${at}/picture`} encType="multipart/form-data" className="grid max-w-lg gap-3">
        <Field
          name="picture"
          label={t("picture")}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          required
          hint={t("pictureHelp")}
        />
        <Field name="alt" label={t("alt")} maxLength={1_000} hint={t("altHelp")} />
        <Button type="submit" className="justify-self-start">
          {t("addPicture")}
        </Button>
      </form>
    </section>
  );
}

type DescribeProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  id: string;
  sha256: string;
  alt: string;
};

/** Words for a picture that has none yet, or others; or that it needs none. */
function DescribePicture({ action, id, sha256, alt }: DescribeProps) {
  const t = useTranslations("entry");
  return (
    <details className="col-span-2" open={alt === ""}>
      <summary className="min-h-11 py-2 text-accent text-sm">{t(alt === "" ? "describe" : "describeAnew")}</summary>
      <ActionForm action={action} className="grid max-w-lg gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="sha256" value={sha256} />
        <TypedField
          id={`alt-${sha256}`}
          name="alt"
          label={t("alt")}
          hint={t("altHelp")}
          defaultValue={alt}
          maxLength={1_000}
        />
        <TypedChoice name="decorative" label={t("decorative")} />
        <Submit className="justify-self-start">{t("describeDone")}</Submit>
      </ActionForm>
    </details>
  );
}
