import { isTimeline } from "@/lib/interop/postmortem/area";
import { sectionOf } from "@/lib/interop/postmortem/section-names";
import type { Values } from "./front-matter";
import type { Outline } from "./outline";
import { said, textSaid } from "./said";

export type Kind = "recipe" | "postmortem";

const postmortemWords = /post.?mortem|incident|outage|retrospective|root.?cause|pm\d{4}|retro\b|disruption/i;
const recipeWords = /recipe|runbook|playbook|how.?to|cookbook|cheat.?sheet|snippet|guide|best.?practice|tldr|alert/i;
const incidentHeadings = /^(detection$|trigger$|resolution$|incident)/i;
const isIncidentHeading = (heading: string) =>
  incidentHeadings.test(heading) || isTimeline(heading) || (sectionOf(heading) ?? "summary") !== "summary";
const recipeHeadings =
  /^(meaning|diagnosis|mitigation|usage|install|prerequisites|steps|synopsis|rollback|procedure|alert|runbook)/i;

/** Whether a text tells of an incident or says how something is done: what it says itself, its name, its headings. */
export function kindOf(values: Values, path: string, outline: Outline): Kind {
  const own = textSaid(said(values, "kind", "type", "layout", "category"), 60);
  if (postmortemWords.test(own)) return "postmortem";
  if (recipeWords.test(own)) return "recipe";
  // who wants it looked at again keeps a runbook, though it may be one for incidents
  if (said(values, "last_reviewed_on", "last_reviewed", "review_in") !== undefined) return "recipe";
  const title = `${textSaid(said(values, "title"), 300)} ${outline.heading}`;
  const from = textSaid(said(values, "url", "source", "canonical_url"), 500);
  const score = (names: RegExp, isOne: (heading: string) => boolean) =>
    (names.test(path) || names.test(from) ? 2 : 0) +
    (names.test(title) ? 2 : 0) +
    [...outline.headings, ...outline.labels].filter((heading) => isOne(heading.trim())).length;
  const dated = /(^|\/)(\d{4}-\d\d-\d\d)/.test(path) || /^\d{4}-\d\d-\d\d|\boutage\b/i.test(outline.heading) ? 1 : 0;
  const timed = said(values, "start_time", "started", "detected", "severity", "resolved") === undefined ? 0 : 2;
  const incident = score(postmortemWords, isIncidentHeading) + dated + timed;
  // alerts are called like classes: NodeFilesystemSpaceFillingUp
  const alert = /^[A-Za-z]+([A-Z][a-z]+){2,}[A-Za-z]*$/.test(outline.heading) ? 2 : 0;
  return incident > score(recipeWords, (heading) => recipeHeadings.test(heading)) + alert ? "postmortem" : "recipe";
}

const byLanguage: [RegExp, string][] = [
  [/^(groovy|jenkinsfile)$/, "jenkins"],
  [/^(hcl|terraform|tf)$/, "terraform"],
  [/^puppet$/, "puppet"],
  [/^(promql)$/, "alert-rule"],
];
const byPath: [RegExp, string][] = [
  [/jenkins/i, "jenkins"],
  [/ansible|playbook/i, "ansible"],
  [/terraform/i, "terraform"],
  [/puppet/i, "puppet"],
  [/\bhelm\b/i, "helm"],
];

/** What sort of recipe it is: by its path, or by the code in it; a runbook where nothing says otherwise. */
export function recipeKindOf(values: Values, path: string, { languages, headings }: Outline): string {
  const own = textSaid(said(values, "recipe_kind"), 60).toLowerCase();
  if (/^[a-z][a-z-]*$/.test(own)) return own;
  if (
    headings.some((heading) =>
      /^(meaning|diagnosis|mitigation|alert description|(initial )?investigation)\b/i.test(heading.trim()),
    )
  )
    return "runbook";
  const named = byPath.find(([pattern]) => pattern.test(path)) ?? [];
  const spoken = byLanguage.find(([pattern]) => languages.some((language) => pattern.test(language))) ?? [];
  return named[1] ?? spoken[1] ?? "runbook";
}
