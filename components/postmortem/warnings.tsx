import { useTranslations } from "next-intl";
import { type Contradiction, contradictionsOf } from "@/lib/contradiction/rules";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { statedDurations } from "@/lib/stated/rules";
import { useLength } from "./length";

/** Where the post-mortem says against itself, for those who write it. Warnings: nothing is held back for them. */
export function Warnings({ document }: { document: PostmortemDocument }) {
  const t = useTranslations("postmortem");
  const found = contradictionsOf(document, statedDurations(document.body));
  if (!found.length) return null;
  return (
    <aside aria-labelledby="contradictions" className="grid gap-2 rounded-md bg-warn-wash p-3 print:hidden">
      <h2 id="contradictions" className="font-semibold text-warn">
        {t("contradictions", { count: found.length })}
      </h2>
      <ul className="grid list-disc gap-1 pl-5 text-sm">
        {found.map((one) => (
          <li key={JSON.stringify(one)}>
            <Sentence found={one} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Sentence({ found }: { found: Contradiction }) {
  const t = useTranslations("postmortem");
  const length = useLength();
  const slip = "slip" in found && found.slip ? ` ${t(`slip.${found.slip}`)}` : "";
  if (found.kind === "order") {
    const between = { earlier: t(`moment.${found.earlier}`), later: t(`moment.${found.later}`) };
    return found.weight === "note" ? t("found.declaredLate", between) : t("found.order", between) + slip;
  }
  if (found.kind === "stated") {
    const about = { name: t(`duration.${found.name}`), stated: length(found.stated), derived: length(found.derived) };
    return t(found.hours ? "found.statedInHours" : "found.stated", about);
  }
  return (
    <>
      <a href={`#event-${found.id}`} className="underline">
        {t(`found.${found.kind}`)}
      </a>
      {slip}
    </>
  );
}
