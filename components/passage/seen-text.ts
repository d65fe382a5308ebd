import { type Anchor, type Place, placeOf, surroundings } from "@/lib/passage/rules";

/** The words of an entry as its page shows them, and where each piece begins in them. */
export type SeenText = { text: string; pieces: { node: Text; at: number }[] };

const told = ".told, .code-text";
const notTold = "button, figcaption, .code-line > a";
const blocks = "p, li, td, th, h2, h3, h4, h5, h6, pre, .code-line";
const longest = 2_000;

/** All that is told below `root`; neither numbers of lines nor buttons. */
export function seenText(root: Element): SeenText {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: SeenText["pieces"] = [];
  let text = "";
  let before: Element | null | undefined;
  while (walk.nextNode()) {
    const node = walk.currentNode as Text;
    const parent = node.parentElement;
    if (!parent?.closest(told) || parent.closest(notTold)) continue;
    const block = parent.closest(blocks);
    if (before !== undefined && block !== before) text += "\n";
    before = block;
    pieces.push({ node, at: text.length });
    text += node.data;
  }
  return { text, pieces };
}

/** What of it a person selected, with what stands around it; null when that are no words of the entry. */
export function selectedIn(seen: SeenText, range: Range): Anchor | null {
  const held = seen.pieces.filter(({ node }) => range.intersectsNode(node)).map((piece) => partOf(piece, range));
  const [first, last] = [held.find(isSome), held.findLast(isSome)];
  if (!first || !last) return null;
  const place = { from: first.from, to: Math.min(last.to, first.from + longest) };
  const quote = seen.text.slice(place.from, place.to).trim();
  return /[\p{L}\p{N}]/u.test(quote) ? { quote, ...surroundings(seen.text, place) } : null;
}

const isSome = ({ from, to }: Place) => to > from;

function partOf({ node, at }: SeenText["pieces"][number], range: Range): Place {
  return {
    from: at + (node === range.startContainer ? range.startOffset : 0),
    to: at + (node === range.endContainer ? range.endOffset : node.length),
  };
}

/** Where a passage stands on the page; null when it is not shown there. */
export function rangeOf(seen: SeenText, anchor: Anchor) {
  const place = placeOf(seen.text, anchor);
  const first = place && seen.pieces.findLast(({ at }) => at <= place.from);
  const last = place && seen.pieces.findLast(({ at }) => at < place.to);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.min(first.node.length, place.from - first.at));
  range.setEnd(last.node, Math.min(last.node.length, place.to - last.at));
  return range;
}
