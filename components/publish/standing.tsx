import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { StudioView } from "@/lib/sanitise/queries";

/** Where it stands: what is public already, what has to be done next. Props: view. */
export function Standing({ view: { publicAt, pending, undecided, open, space } }: { view: StudioView }) {
  const t = useTranslations("publish");
  const next =
    undecided > 0 ? t("next.decide", { count: undecided }) : open > 0 ? t("next.read", { count: open }) : null;
  return (
    <section aria-label={t("standing")}>
      {publicAt && (
        <Notice tone="good" title={t("isPublic")}>
          <Link href={`/library/${publicAt}`}>{`/library/${publicAt}`}</Link>
        </Notice>
      )}
      {!pending && (
        <Notice tone={next ? "warn" : "good"} title={next ?? t("next.ask")}>
          {space.isAlone ? t("alone") : t("twoKeys")}
        </Notice>
      )}
    </section>
  );
}
