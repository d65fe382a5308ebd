import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { OneButton } from "@/components/ui/one-button";
import type { StudioView } from "@/lib/sanitise/queries";
import type { StudioAction } from "./findings";

/** The pictures that the copy shows. Nothing looks into them but whoever is here. Props: view, at (the entry), drop. */
export function Pictures({ view, at, drop }: { view: StudioView; at: string; drop: StudioAction }) {
  const t = useTranslations("publish");
  if (view.pictures.length === 0) return null;
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{t("pictures")}</h2>
      <Notice tone="warn" title={t("picturesHelp")} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {view.pictures.map(({ sha256, alt }) => (
          <li key={sha256} className="card grid gap-2 p-3">
            {/* biome-ignore lint/performance/noImgElement: it comes from a route that asks who looks */}
            <img src={`${at}/picture/${sha256}`} alt={alt} loading="lazy" className="max-w-full" />
            <p className="text-sm text-soft">{alt || t("pictureUnsaid")}</p>
            <OneButton action={drop} send={{ entryId: view.entry.id, sha256 }}>
              {t("dropPicture")}
            </OneButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
