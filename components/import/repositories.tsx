import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ImportReport } from "@/lib/import/rules";
import { Report } from "./report";

type Asked = {
  id: string;
  url: string;
  folder: string;
  state: "waiting" | "working" | "done" | "failed";
  commit: string;
  report: unknown;
  askedAt: Date;
};
type RepositoriesProps = { space: string; asked: readonly Asked[]; now: Date };

const faults = ["too-large", "no-repository", "gave-up"] as const;

/** Repositories that were asked for last, and what came of each. */
export function Repositories({ space, asked, now }: RepositoriesProps) {
  const t = useTranslations("interop.repository");
  const format = useFormatter();
  const fault = (report: unknown) => {
    const why = (report as { why?: string } | null)?.why;
    return t(`why.${faults.find((one) => one === why) ?? "no-repository"}`);
  };
  return (
    <ul className="divide-y divide-line">
      {asked.map(({ id, url, folder, state, commit, report, askedAt }) => (
        <li key={id} className="grid gap-2 py-3">
          <p className="flex items-start justify-between gap-3">
            <span className="break-all font-semibold">{folder ? `${url} › ${folder}` : url}</span>
            <Badge tone={state === "done" ? "good" : "plain"}>{t(`state.${state}`)}</Badge>
          </p>
          <p className="text-sm text-soft">
            {format.relativeTime(askedAt < now ? askedAt : now, now)}
            {commit && ` · ${commit.slice(0, 10)}`}
          </p>
          {state === "failed" && <p className="text-sm">{fault(report)}</p>}
          {state === "done" && <Report space={space} report={report as ImportReport} />}
        </li>
      ))}
    </ul>
  );
}
