import { useTranslations } from "next-intl";
import { durationsOf } from "@/lib/duration/rules";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { Length } from "./length";

/** How long it took to see it, to answer, to mend it: by the wall clock, and in support hours where those are known. */
export function Durations({ document }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  const durations = durationsOf(document).filter(({ minutes }) => minutes >= 0);
  if (!durations.length) return null;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {durations.map(({ name, from, minutes, supportMinutes, slackMinutes }) => (
        <div key={name} className="card p-3">
          <dt className="text-sm text-soft">{t(`duration.${name}`)}</dt>
          <dd className="font-bold text-lg">
            <Length minutes={minutes} about={slackMinutes > 0} />
          </dd>
          <dd className="text-soft text-xs">{t("countedFrom", { moment: t(`moment.${from}`) })}</dd>
          {supportMinutes !== null && (
            <dd className="text-sm">
              {t.rich("inSupportHours", { length: () => <Length minutes={supportMinutes} /> })}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
