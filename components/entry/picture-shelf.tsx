import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { pictureMark } from "@/lib/entry/rules";

type PictureShelfProps = {
  at: string;
  /** Why the last one was not taken. */
  refused: string | null;
  pictures: readonly { sha256: string; alt: string }[];
};

/** Pictures of an entry, each with the mark that puts it into the text; more are taken without JavaScript too. */
export function PictureShelf({ at, refused, pictures }: PictureShelfProps) {
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
            <li key={sha256} className="flex items-center gap-3">
              {/* biome-ignore lint/performance/noImgElement: it comes from a route that asks who looks */}
              <img src={`${at}/picture/${sha256}`} alt={alt} loading="lazy" className="size-16 shrink-0 object-cover" />
              <code className="min-w-0 select-all break-all text-xs">{pictureMark(sha256, alt)}</code>
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
