import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import type { Change, Piece } from "@/lib/entry/queries/entry";
import { ChangeSteps } from "./change-steps";
import "./changes.css";
import { usePlaceName } from "./place-name";

type ChangesProps = { changes: readonly Change[]; from: number | string; to: number | string };

/** What is different between two revisions, place by place; one steps from change to change. */
export function Changes({ changes, from, to }: ChangesProps) {
  const t = useTranslations("entry");
  const nameOf = usePlaceName();
  const numbered = numberedIn(changes);
  const count = numbered.flatMap(({ pieces }) => pieces).filter(({ starts }) => starts !== null).length;
  return (
    <section className="grid min-w-0 gap-4" aria-labelledby="compared">
      <h2 id="compared" className="font-bold text-lg">
        {t("compared", { from, to, count })}
      </h2>
      {count === 0 && <EmptyState title={t("noChange")} />}
      {count > 0 && <ChangeSteps count={count} />}
      {numbered.map(({ place, pieces }) => (
        <div key={place} className="grid grid-cols-[minmax(0,1fr)] gap-1">
          <h3 className="font-semibold text-sm">{nameOf(place)}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
          <pre className="changes" tabIndex={0}>
            {pieces.map((piece) => (
              <Shown key={piece.at} {...piece} />
            ))}
          </pre>
        </div>
      ))}
    </section>
  );
}

type Numbered = { piece: Piece; at: number /** Number of the change that begins here. */; starts: number | null };

/** What is gone and what came in its place are one change. */
function numberedIn(changes: readonly Change[]) {
  let no = 0;
  const isChange = (piece: Piece | undefined) => piece?.kind === "gone" || piece?.kind === "new";
  return changes.map(({ place, pieces }) => ({
    place,
    pieces: pieces.map((piece, at): Numbered => {
      const begins = isChange(piece) && !isChange(pieces[at - 1]);
      return { piece, at, starts: begins ? ++no : null };
    }),
  }));
}

function Shown({ piece, starts }: Numbered) {
  const t = useTranslations("entry");
  if (piece.kind === "skipped") return <span className="skipped">{t("skipped", { lines: piece.lines })}</span>;
  if (piece.kind === "same") return piece.text;
  const Kind = piece.kind === "gone" ? "del" : "ins";
  return <Kind {...(starts && { id: `change-${starts}`, tabIndex: -1 })}>{piece.text}</Kind>;
}
