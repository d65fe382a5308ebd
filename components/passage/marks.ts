import type { Anchor } from "@/lib/passage/rules";
import { rangeOf, type SeenText } from "./seen-text";

export type Marked = { id: string; range: Range };
type Passage = { id: string; at: Anchor | null };
const isDrawn = () => "highlights" in CSS;

/** Marks the passages of which somebody spoke: for eyes by highlights, for others by where the comment stands. */
export function markPassages(seen: SeenText, passages: readonly Passage[]): Marked[] {
  const marked = passages.flatMap(({ id, at }) => {
    const range = at && rangeOf(seen, at);
    return range ? [{ id, range }] : [];
  });
  for (const [block, ids] of byBlock(marked)) block.setAttribute("aria-details", ids.join(" "));
  if (isDrawn()) CSS.highlights.set("passage", new Highlight(...marked.map(({ range }) => range)));
  return marked;
}

export function unmarkPassages(marked: readonly Marked[]) {
  for (const block of byBlock(marked).keys()) block.removeAttribute("aria-details");
  if (!isDrawn()) return;
  CSS.highlights.delete("passage");
  CSS.highlights.delete("passage-now");
}

/** Brings a passage into sight, and reading aloud to it. */
export function showPassage({ range }: Marked) {
  const block = blockOf(range);
  if (!block) return;
  block.scrollIntoView({ block: "center" });
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  if (isDrawn()) CSS.highlights.set("passage-now", new Highlight(range));
}

/** The passages at a point of the screen. */
export function markedAt(marked: readonly Marked[], x: number, y: number) {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret) return [];
  return marked.filter(({ range }) => range.isPointInRange(caret.offsetNode, caret.offset));
}

const blockOf = ({ startContainer }: Range) =>
  startContainer.parentElement?.closest<HTMLElement>("p, li, td, th, h2, h3, h4, h5, h6, pre") ?? null;

function byBlock(marked: readonly Marked[]) {
  const blocks = new Map<HTMLElement, string[]>();
  for (const { id, range } of marked) {
    const block = blockOf(range);
    if (block) blocks.set(block, [...(blocks.get(block) ?? []), `said-${id}`]);
  }
  return blocks;
}
