type Code = { lang: string; recipeKind: string };

const byName: [RegExp, Code][] = [
  [/(^|\/)Jenkinsfile/, { lang: "groovy", recipeKind: "jenkins" }],
  [/\.groovy$/i, { lang: "groovy", recipeKind: "jenkins" }],
  [/\.pp$/i, { lang: "puppet", recipeKind: "puppet" }],
  [/\.tf$/i, { lang: "terraform", recipeKind: "terraform" }],
  [/\.(sh|bash)$/i, { lang: "bash", recipeKind: "script" }],
  [/\.ps1$/i, { lang: "powershell", recipeKind: "script" }],
  [/\.py$/i, { lang: "python", recipeKind: "script" }],
  [/\.sql$/i, { lang: "sql", recipeKind: "script" }],
  [/(^|\/)(Dockerfile|Containerfile)/, { lang: "docker", recipeKind: "container" }],
  [/(^|\/)(Chart|values)\.ya?ml$/, { lang: "yaml", recipeKind: "helm" }],
];
const inYaml: [RegExp, string][] = [
  [/^\s*-?\s*hosts:/m, "ansible"],
  [/^apiVersion:/m, "kubernetes"],
  [/^services:/m, "container"],
];

/** What kind of code a file is, by its name and for YAML by what it says; null when we know none such. */
export function codeOf(path: string, text: string): Code | null {
  const named = byName.find(([pattern]) => pattern.test(path))?.[1];
  if (named) return named;
  if (!/\.ya?ml$/i.test(path)) return null;
  return { lang: "yaml", recipeKind: inYaml.find(([pattern]) => pattern.test(text))?.[1] ?? "configuration" };
}
