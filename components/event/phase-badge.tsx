import { useTranslations } from "next-intl";
import type { Phase } from "@/lib/live/feed";

/** The phase that runs, in its colour; said aloud when another one opens. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  const t = useTranslations("live");
  const runs = phase !== "before" && phase !== "closed";
  return (
    <span role="status" className="phase" data-runs={runs || undefined}>
      {t(`phase.${phase}`)}
    </span>
  );
}
