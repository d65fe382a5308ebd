/** Parts that a post-mortem can be begun with, by template; what they are called and ask is in the catalogue of words. */
export const templates = {
  brief: ["summary", "impact", "timeline", "actions"],
  whole: [
    ...(["summary", "impact", "timeline", "detection", "response", "resolution", "factors", "reasonable"] as const),
    ...(["well", "badly", "lucky", "actions"] as const),
  ],
  notice: ["summary", "impact", "resolution", "communication", "actions"],
  learning: ["background", "timeline", "reasonable", "factors", "questions", "actions"],
  security: ["summary", "exposure", "detection", "timeline", "resolution", "communication", "factors", "actions"],
  "near-miss": ["summary", "lucky", "factors", "questions", "actions"],
  change: ["background", "change", "timeline", "way-back", "factors", "well", "badly", "actions"],
} as const;
export type TemplateName = keyof typeof templates;
export type SectionName = (typeof templates)[TemplateName][number];

export const isTemplate = (name: unknown): name is TemplateName =>
  typeof name === "string" && Object.hasOwn(templates, name);

/** The Markdown to begin with. */
export const bodyOf = (name: TemplateName, words: (section: SectionName) => { title: string; hint: string }) =>
  templates[name]
    .map((section) => words(section))
    .map(({ title, hint }) => `## ${title}\n\n_${hint}_\n`)
    .join("\n");
