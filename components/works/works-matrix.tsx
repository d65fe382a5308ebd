import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import { type Cell, type Matrix, rehearsalKey } from "@/lib/works/rules";
import "./works.css";

const tones = { works: "good", "works-with-changes": "warn", fails: "bad" } as const;

/** Versions by environments: the newest word on each, how old it is, how many said what. */
export async function WorksMatrix({ matrix: { environments, rows } }: { matrix: Matrix }) {
  const t = await getTranslations("recipe.works");
  if (environments.length === 0) return <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className="overflow-x-auto" tabIndex={0} aria-label={t("title")}>
      <table className="works">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("version")}</th>
            {environments.map(({ key, label }) => (
              <th key={key} scope="col">
                {key === rehearsalKey ? t("rehearsedAt", { event: label }) : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ version, cells }) => (
            <tr key={version}>
              <th scope="row">{version}</th>
              {cells.map((cell, at) => (
                <td key={environments[at]?.key} data-age={cell?.age}>
                  {cell ? <Word cell={cell} /> : <span className="text-soft">{t("nobody")}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function Word({ cell: { outcome, at, age, counts, notes } }: { cell: Cell }) {
  const t = await getTranslations("recipe.works");
  return (
    <div className="grid justify-items-start gap-1">
      <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
      <span className="text-soft text-xs">
        <Time at={at} zone="UTC" as="date" /> {age === "old" && `· ${t("old")}`}
      </span>
      <span className="text-soft text-xs">
        {t("counts", { works: counts.works, changes: counts["works-with-changes"], fails: counts.fails })}
      </span>
      {notes.map((note) => (
        <q key={note} className="text-sm [overflow-wrap:anywhere]">
          {note}
        </q>
      ))}
    </div>
  );
}
