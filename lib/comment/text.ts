import { plainOf } from "@/lib/comment/rules";
import type { EntryDocument } from "@/lib/entry/input";

/** All that a reader sees of an entry's words, in the order of its page: there passages are looked for. */
export function textOf(document: EntryDocument) {
  const own = document.kind === "postmortem" ? ofPostmortem(document) : ofRecipe(document);
  return plainOf([document.title, document.summary, ...own, document.body].filter(Boolean).join("\n\n"));
}

function ofPostmortem(document: Extract<EntryDocument, { kind: "postmortem" }>) {
  const { impact, timeline, factors, wentWell, wentBadly, gotLucky, reasonable, actions } = document;
  const texts = [...timeline, ...factors].map(({ text }) => text);
  return [impact, ...texts, ...wentWell, ...wentBadly, ...gotLucky, reasonable, ...actions.map(({ text }) => text)];
}

function ofRecipe({ files, rollback }: Extract<EntryDocument, { kind: "recipe" }>) {
  return [...files.flatMap(({ path, content }) => [path, content]), rollback];
}
