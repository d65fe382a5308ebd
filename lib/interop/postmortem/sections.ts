import type { PostmortemDocument } from "@/lib/postmortem/input";
import { type Line, linesOf } from "./lines";
import { sectionOf } from "./section-names";
import { stampAt } from "./stamp";

type Part = "wentWell" | "wentBadly" | "gotLucky" | "factors" | "actions" | "impact";
type Told = Pick<PostmortemDocument, Part>;
/** Causes are told among the factors. */
type Kept = Part | "cause";

const partOf = (title: string): Kept | null => {
  const section = sectionOf(title);
  return section === "summary" || section === "lessons" ? null : section;
};

const mostItems = { wentWell: 200, wentBadly: 200, gotLucky: 200, factors: 200, cause: 20, actions: 500, impact: 1 };

/** What stands under headings that every template has: lists of what went well, factors, actions, and the impact. */
export function partsTold(markdown: string): Partial<Told> {
  const items = new Map<Kept, string[]>();
  let open: { part: Kept | null; level: number } = { part: null, level: 0 };
  for (const line of linesOf(markdown)) {
    const label = labelOf(line, open.level);
    if (label) open = { part: label.part, level: byLabel };
    if (label?.part && label.text) take(items, label.part, { ...line, kind: "item", text: label.text });
    if (label) continue;
    if (line.kind === "heading" && !line.quoted) open = under(open, line);
    else if (open.part) take(items, open.part, line, open.level === byLabel ? 4 : 2);
  }
  const of = (part: Kept) => (items.get(part) ?? []).map(tidy).filter(isFilled).slice(0, mostItems[part]);
  return {
    ...{ wentWell: cutAll(of("wentWell")), wentBadly: cutAll(of("wentBadly")), gotLucky: cutAll(of("gotLucky")) },
    factors: [...causesOf(of("cause")), ...of("factors")].map((text, at) => ({
      ...factor,
      id: `f${at + 1}`,
      text: text.slice(0, 8_000),
    })),
    actions: of("actions").map((text, at) => actionOf(text, `a${at + 1}`)),
    impact: tidy((items.get("impact") ?? []).join("\n\n")).slice(0, 20_000),
  };
}

/** A long story of why is one factor, and not as many as it has paragraphs. */
const causesOf = (texts: string[]) => (texts.length > 4 ? [texts.join("\n\n")] : texts);

/** Below every heading: a part that begins with its name in bold. */
const byLabel = 7;

/** `- **Impact**: ships waited` heads a part too; among such, one of another name ends it. */
function labelOf({ kind, level, text }: Line, openLevel: number) {
  if ((kind !== "item" && kind !== "text") || level > 1) return null;
  const [, label, rest = ""] = /^\*\*([^*]{3,40}?):?\*\*:?\s*(.*)$/.exec(text) ?? [];
  const part = label ? partOf(label) : null;
  return part || (label && openLevel === byLabel) ? { part, text: rest } : null;
}

/** Headings below a part belong to it, unless they head a part of their own. */
function under(open: { part: Kept | null; level: number }, { text, level }: Line) {
  const part = partOf(text);
  if (part || stampAt(text)) return { part, level };
  return level > open.level && open.part ? open : { part: null, level };
}

const opened = new Set<Line["kind"]>(["text", "item"]);

/** A list gives an item each, a paragraph is one; what is moved in belongs to what stands above it. */
function take(items: Map<Kept, string[]>, part: Kept, line: Line, moved = 2) {
  const list = items.get(part) ?? [];
  items.set(part, list);
  if (line.kind === "blank") list.push("");
  if (!opened.has(line.kind)) return;
  const begins = (line.kind === "item" && line.level < moved) || !list.at(-1);
  const text = line.kind === "item" && !begins ? `- ${line.text}` : line.text;
  if (begins) list.push(text);
  else list[list.length - 1] += `\n${text}`;
}

const tidy = (text: string) => text.trim();
/** What a template says to fill in is not filled in. */
const isFilled = (text: string) =>
  /[\p{L}\p{N}]{2}/u.test(text) &&
  !/^(?:list of things|things that could have gone|these are (?:good|only)|todo\b|tbd\b)/i.test(text);
const cutAll = (texts: string[]) => texts.map((text) => text.slice(0, 4_000));

const factor = { kind: "latent" as const, events: [], evidence: [] };

function actionOf(text: string, id: string): Told["actions"][number] {
  const isDone = /\((?:done|completed|fixed)\)|^~~|\bDONE\b/i.test(text);
  const tracker = /https?:\/\/[^\s)\]>"]+\/(?:issues|pull|browse|merge_requests)\/[\w-]+/.exec(text)?.[0] ?? "";
  const status = isDone ? "done" : "open";
  const open = { owner: "", dueOn: null, doneOn: null, verifiedBy: "", type: "prevent" as const };
  return { ...open, id, text: text.slice(0, 4_000), status, tracker: URL.canParse(tracker) ? tracker : "" };
}
