import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Fired } from "@/lib/alert/queries";
import type { TimelineMarks } from "@/lib/series/queries";
import { minutes, useBetween, zeroOf } from "./onset-words";

/** "This alert would have fired at T+4 min", and how that is to when somebody knew. */
export function FiredNotice({ fired, timeline }: { fired: Fired; timeline: TimelineMarks }) {
  const t = useTranslations("series");
  const between = useBetween(timeline);
  const { name, threshold, alert, firings } = fired;
  const { comparison, value, forS } = threshold;
  const rule = `${alert ? `${alert}: ` : ""}${name} ${comparison} ${value}, ${forS / 60} min`;
  const [first, ...more] = firings;
  if (!first) return <Notice title={t("neverFires")}>{rule}</Notice>;
  const zero = zeroOf(timeline);
  const detected = timeline.times.find(({ what }) => what === "detected")?.at;
  const lead = detected === undefined ? 0 : Math.round((detected - first.hi) / 60_000);
  return (
    <Notice
      tone="good"
      title={
        zero === null
          ? t("firesAt", { when: between(first.lo, first.hi) })
          : t("fires", { at: minutes(first.hi - zero) })
      }
    >
      <p>{rule}</p>
      <p>{t("firstFires", { when: between(first.lo, first.hi) })}</p>
      {lead > 0 && <p>{t("beforeDetection", { minutes: lead })}</p>}
      {lead < 0 && <p>{t("afterDetection", { minutes: -lead })}</p>}
      {more.length > 0 && <p>{t("firesAgain", { count: more.length })}</p>}
    </Notice>
  );
}
