import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Verdict } from "@/lib/outsider/rules";

type VerdictsProps = { verdicts: Verdict[]; visibility: "public" | "unlisted" | "private" };

/** One card a person: who it is, what they reach, and whether that is as it should be. */
export function Verdicts({ verdicts, visibility }: VerdictsProps) {
  const t = useTranslations("outsider");
  return (
    <ul className="verdicts">
      {verdicts.map(({ who, reached, betrayed, isFine }) => (
        <li key={who} className="card grid gap-1.5 p-4">
          <h2 className="font-bold">{t(`people.${who}`)}</h2>
          <p>
            <Badge tone={isFine ? "good" : "bad"}>{t(isFine ? "fine" : "notFine")}</Badge>
          </p>
          <p>{t("reaches", { reached })}</p>
          {betrayed > 0 && <p className={isFine ? "text-soft" : "text-bad"}>{t("betrays", { betrayed })}</p>}
          <p className="text-sm text-soft">{t(`what.${who}`, { visibility })}</p>
        </li>
      ))}
    </ul>
  );
}
