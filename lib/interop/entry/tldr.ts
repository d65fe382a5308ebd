import { suggestedParameters } from "@/lib/placeholder/rules";
import { tagsSaid } from "./said";

/** `# name`, `> what it does`, `- what for:` and then a command between backticks, with `{{what one fills in}}`. */
export function isTldr(body: string) {
  const [first, ...rest] = body.split(/\r?\n/).filter((line) => line.trim() !== "");
  const commands = rest.filter((line) => /^`[^`].*`$/.test(line.trim())).length;
  const asks = rest.filter((line) => /^- .+:$/.test(line.trim())).length;
  const others = rest.filter((line) => !/^(>|- .+:$|`.*`$)/.test(line.trim())).length;
  return /^# \S/.test(first ?? "") && rest[0]?.startsWith(">") === true && commands > 0 && asks > 0 && others === 0;
}

/** What a page of the kind of tldr-pages tells besides its text. */
export function tldrTold(body: string) {
  const said = [...body.matchAll(/^>\s?(.*)$/gm)].map(([, line]) => line?.trim() ?? "");
  const [what = ""] = said.filter((line) => !/^(more information|see also|note)\b/i.test(line));
  const command = /^# (\S+)/.exec(body.trimStart())?.[1] ?? "";
  return {
    recipeKind: "command",
    summary: what,
    tech: tagsSaid([command]),
    parameters: suggestedParameters([body], new Set()),
  };
}
