import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { RecipeDocument } from "@/lib/recipe/input";
import { freshness } from "@/lib/recipe/rules";

const riskTones = { "read-only": "good", changes: "warn", destructive: "bad" } as const;
const freshTones = { fresh: "good", soon: "warn", overdue: "bad" } as const;

/** What to know before reading on: kind, risk, licence, whether somebody still looks after it. */
export function Facts({ document, today }: { document: RecipeDocument; today: Date }) {
  const t = useTranslations("recipe.facts");
  const { recipeKind, risk, licence, lastReviewedOn, reviewBy, tech } = document;
  const state = freshness(reviewBy, today);
  return (
    <dl className="recipe-facts">
      <Fact name={t("kind")}>{recipeKind}</Fact>
      <Fact name={t("risk")}>
        {risk ? <Badge tone={riskTones[risk]}>{t(`risks.${risk}`)}</Badge> : <Badge>{t("risks.unknown")}</Badge>}
      </Fact>
      {tech.length > 0 && <Fact name={t("tech")}>{tech.join(", ")}</Fact>}
      <Fact name={t("licence")}>{licence || t("noLicence")}</Fact>
      {lastReviewedOn && (
        <Fact name={t("reviewed")}>
          <Time at={`${lastReviewedOn}T00:00:00Z`} zone="UTC" as="date" />
        </Fact>
      )}
      {reviewBy && state && (
        <Fact name={t("reviewBy")}>
          <Time at={`${reviewBy}T00:00:00Z`} zone="UTC" as="date" />{" "}
          <Badge tone={freshTones[state]}>{t(`fresh.${state}`)}</Badge>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
