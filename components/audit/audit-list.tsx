import { useFormatter, useTranslations } from "next-intl";
import type { AuditLine } from "@/lib/audit/rules";
import "./audit.css";

type AuditListProps = { lines: readonly AuditLine[]; zone: string };

/** Entries of the chain: when, what, by whom, to what. Ids are shown by their beginning, which tells them apart. */
export function AuditList({ lines, zone }: AuditListProps) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const shape = { dateStyle: "medium", timeStyle: "medium", timeZone: zone } as const;
  return (
    <table className="audit">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          {(["when", "what", "who", "towhat"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ seq, at, action, actor, actorId, object, objectId }) => (
          <tr key={seq}>
            <td className="text-soft tabular-nums">
              <span className="sr-only">{t("number", { seq })} </span>
              <time dateTime={at.toISOString()}>{format.dateTime(at, shape)}</time>
            </td>
            <th scope="row">
              <code>{action}</code>
            </th>
            <td>{actor ?? (actorId ? <Unnamed id={actorId} /> : <span className="text-soft">{t("nobody")}</span>)}</td>
            <td>{object ?? (objectId && <Unnamed id={objectId} />)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Unnamed = ({ id }: { id: string }) => <code className="text-soft">{id.slice(0, 8)}</code>;
