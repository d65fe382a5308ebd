import { useTranslations } from "next-intl";
import { usePlaceName } from "@/components/entry/place-name";
import type { Decision } from "@/lib/sanitise/input";
import type { Beside as Pair } from "@/lib/sanitise/queries";
import { Marked } from "./marked";

type BesideProps = { rows: readonly Pair[]; decisions: readonly Decision[] };

/** The confidential text on the left, the public one on the right; what stays as it is lies behind a fold. */
export function Beside({ rows, decisions }: BesideProps) {
  const t = useTranslations("publish");
  const nameOf = usePlaceName();
  const hidden = decisions.filter(({ deed }) => deed !== "keep").map(({ term }) => term);
  const changed = rows.filter(({ before, after }) => before !== after);
  const same = rows.filter(({ before, after }) => before === after);
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{t("beside")}</h2>
      {changed.length === 0 && <p className="text-soft">{t("besideSame")}</p>}
      {changed.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs of one field have nothing else to be told by
        <PairOf key={`${row.path} ${at}`} row={row} hidden={hidden} />
      ))}
      {same.length > 0 && (
        <details className="fold">
          <summary>{t("besideRest", { count: same.length })}</summary>
          <div className="grid gap-3 pt-3">
            {same.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <div key={`${row.path} ${at}`}>
                <p className="text-soft text-xs">{nameOf(row.path)}</p>
                <div className="studio-side">{row.after}</div>
              </div>
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function PairOf({ row, hidden }: { row: Pair; hidden: readonly string[] }) {
  const t = useTranslations("publish");
  const nameOf = usePlaceName();
  return (
    <div className="grid gap-1">
      <p className="text-soft text-xs">{nameOf(row.path)}</p>
      <div className="studio-pair">
        <div className="studio-side studio-inside">
          <span className="sr-only">{t("inside")}</span>
          <Marked text={row.before} words={hidden} />
        </div>
        <div className="studio-side studio-outside">
          <span className="sr-only">{t("outside")}</span>
          <Marked text={row.after} />
        </div>
      </div>
    </div>
  );
}
