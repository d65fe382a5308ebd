import { useTranslations } from "next-intl";

type JoinsProps = {
  members: number;
  /** In each of the last ten minutes, oldest first. */
  perMinute: readonly number[];
  tickets: { all: number; used: number };
};

/** How fast people join. A sudden wave may be one person with many browsers: then the code can be changed. */
export function Joins({ members, perMinute, tickets }: JoinsProps) {
  const t = useTranslations("desk");
  const most = Math.max(1, ...perMinute);
  return (
    <section aria-labelledby="people" className="card desk-part">
      <h2 id="people" className="flex items-baseline justify-between gap-3">
        {t("people")}
        <span className="font-normal text-sm text-soft">{t("members", { members })}</span>
      </h2>
      <div role="img" aria-label={t("joinsSaid", { list: perMinute.join(", ") })} className="desk-bars">
        {perMinute.map((joins, minute) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its minute
          <div key={minute} title={t("joinsAt", { joins, ago: perMinute.length - 1 - minute })}>
            <span>{joins > 0 && joins}</span>
            <div style={{ height: `${(joins / most) * 100}%` }} />
          </div>
        ))}
      </div>
      <p className="flex justify-between text-soft text-xs">
        <span>{t("tenMinutesAgo")}</span>
        <span>{t("joins")}</span>
        <span>{t("now")}</span>
      </p>
      {tickets.all > 0 && <p className="text-sm">{t("tickets", tickets)}</p>}
      <p className="text-sm text-soft">{t("guestsNote")}</p>
    </section>
  );
}
