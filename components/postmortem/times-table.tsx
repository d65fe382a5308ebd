import { useTranslations } from "next-intl";
import { moments, type PostmortemDocument } from "@/lib/postmortem/input";
import { minutesSince, zeroOf } from "@/lib/postmortem/rules";
import { FuzzyTime } from "./fuzzy-time";
import { sinceZero } from "./length";

/** When it started, was seen, was over: each time that is known, and how long after the start. */
export function TimesTable({ document }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  const zero = zeroOf(document);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no field
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div role="group" aria-label={t("times")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full max-w-2xl text-sm">
        <caption className="sr-only">{t("times")}</caption>
        <tbody>
          {moments.map((moment) => {
            const time = document.times[moment];
            if (!time) return null;
            const since = minutesSince(zero, time);
            return (
              <tr key={moment} className="border-line border-b">
                <th scope="row" className="py-2 pr-3 text-left align-top font-semibold">
                  {t(`moment.${moment}`)}
                </th>
                <td className="py-2 tabular-nums [&_time]:whitespace-normal">
                  <span className="flex flex-wrap justify-between gap-x-6">
                    <FuzzyTime time={time} zoned={document.zone !== null} />
                    {since !== null && <span className="text-soft">{sinceZero(since)}</span>}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
