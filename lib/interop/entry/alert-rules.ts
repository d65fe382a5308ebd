import { parse } from "yaml";
import { cut, isMap, tagsSaid, textSaid } from "./said";

type Rule = { alert?: unknown; record?: unknown; expr?: unknown; annotations?: unknown };

/** The rules of a Prometheus rule file, or of a PrometheusRule of Kubernetes; null when the text is none. */
export function alertRulesOf(text: string): Rule[] | null {
  const read = yamlOrNull(text);
  const spec = isMap(read) && isMap(read.spec) ? read.spec : read;
  if (!isMap(spec) || !Array.isArray(spec.groups)) return null;
  const rules = spec.groups.flatMap((group: unknown) =>
    isMap(group) && Array.isArray(group.rules) ? group.rules : [],
  );
  const good = rules.filter((rule): rule is Rule => isMap(rule) && ("alert" in rule || "record" in rule));
  return good.length > 0 && good.length === rules.length ? good : null;
}

function yamlOrNull(text: string): unknown {
  try {
    return parse(text, { uniqueKeys: false, logLevel: "silent", maxAliasCount: 50, prettyErrors: false });
  } catch {
    return null;
  }
}

/** What a file of alert rules is called and about. */
export function alertRulesTold(rules: Rule[], path: string) {
  const names = rules.map((rule) => textSaid(rule.alert ?? rule.record, 200)).filter((name) => name !== "");
  const stem = (path.split("/").at(-1) ?? "").replace(/\.ya?ml$/i, "").replaceAll(/[-_]+/g, " ");
  return {
    title: cut(stem.trim() || names.join(", "), 300) || "…",
    summary: cut(names.join(", "), 4_000),
    recipeKind: "alert-rule",
    risk: "read-only",
    tech: tagsSaid(["prometheus"]),
  };
}
