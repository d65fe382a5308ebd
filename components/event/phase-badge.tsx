import { useTranslations } from "next-intl";
import type { Phase } from "@/lib/live/feed";

/** The phase that runs, in its colour. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  const t = useTranslations("live");
  const runs = phase !== "before" && phase !== "closed";
  return (
    <span className="phase" data-runs={runs || undefined}>
      {t(`phase.${phase}`)}
    </span>
  );
}
