import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ImportReport } from "@/lib/import/rules";

const counted = ["made", "renewed", "same", "conflict"] as const;
const reasons = [
  ...(["not-text", "too-large", "empty", "not-an-entry"] as const),
  ...(["too-many", "bad-path", "not-a-picture", "too-much-beside"] as const),
];

/** What became of the files of an import. */
export function Report({ space, report }: { space: string; report: ImportReport }) {
  const t = useTranslations("interop.report");
  const { left, leftCount, only } = report;
  const found = counted.filter((what) => report[what] > 0);
  const why = (reason: string) => t(`why.${reasons.find((one) => one === reason) ?? "not-an-entry"}`);
  return (
    <Notice tone={found.length === 0 || report.conflict > 0 ? "warn" : "good"} title={t("title")}>
      <ul>
        {found.map((what) => (
          <li key={what}>{t(what, { count: report[what] })}</li>
        ))}
        {found.length === 0 && <li>{t("nothing")}</li>}
      </ul>
      {only && (
        <p>
          <Link className="underline" href={`/s/${space}/${only}`}>
            {t("open")}
          </Link>
        </p>
      )}
      {leftCount > 0 && (
        <details>
          <summary>{t("left", { count: leftCount })}</summary>
          <ul>
            {left.map((one) => (
              <li key={one.path} className="break-all">
                {one.path}: {why(one.why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}
