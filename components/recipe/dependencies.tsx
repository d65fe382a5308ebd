import { useTranslations } from "next-intl";
import type { RecipeDocument } from "@/lib/recipe/input";
import { Target } from "./target";

const relations = ["needs", "conflicts", "replaces", "tested-with"] as const;

/** What it needs, does not go with, takes the place of, was tested with. Nothing when nothing is said. */
export function Dependencies({ dependencies }: Pick<RecipeDocument, "dependencies">) {
  const t = useTranslations("recipe.dependencies");
  if (dependencies.length === 0) return null;
  const groups = relations.map(
    (relation) => [relation, dependencies.filter((one) => one.relation === relation)] as const,
  );
  return (
    <section className="grid gap-2" aria-labelledby="dependencies">
      <h2 id="dependencies" className="font-bold text-lg">
        {t("title")}
      </h2>
      <dl className="grid gap-2">
        {groups
          .filter(([, those]) => those.length > 0)
          .map(([relation, those]) => (
            <div key={relation}>
              <dt className="text-soft text-sm">{t(relation)}</dt>
              {those.map(({ target, constraint }) => (
                <dd key={`${target} ${constraint}`}>
                  <Target>{target}</Target> {constraint && <code>{constraint}</code>}
                </dd>
              ))}
            </div>
          ))}
      </dl>
    </section>
  );
}
