import { useTranslations } from "next-intl";
import { groups, type OutsideReport, outsiders } from "@/lib/outsider/rules";
import { ReachMark } from "./reach-mark";

/** Every address that was tried, and how far it let each of the four in. */
export function ReachTable({ report }: { report: OutsideReport }) {
  const t = useTranslations("outsider");
  return (
    <div className="grid gap-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {(["nothing", "reached", "betrayed"] as const).map((reach) => (
          <li key={reach} className="flex items-center gap-1.5">
            <ReachMark reach={reach} isLegend />
          </li>
        ))}
      </ul>
      <table className="reach-table">
        <caption className="sr-only">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("address")}</th>
            {outsiders.map((who) => (
              <th key={who} scope="col">
                {t(`short.${who}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={5} className="reach-group">
                {t(`groups.${group}`)}
              </th>
            </tr>
            {report.rows
              .filter((row) => row.group === group)
              .map(({ what, reach }) => (
                <tr key={what}>
                  <th scope="row">{short(what)}</th>
                  {outsiders.map((who) => (
                    <td key={who}>
                      <ReachMark reach={reach[who]} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
      {report.untried.length > 0 && (
        <p className="text-sm text-soft">{t("untried", { addresses: report.untried.join(", ") })}</p>
      )}
    </div>
  );
}

/** All of them begin with the event. */
const short = (what: string) => what.replace(/^(\/live)?\/e\/\[slug\]/, "…");
