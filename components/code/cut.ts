import { type Placeholder, placeholdersIn } from "@/lib/placeholder/rules";
import type { Stretch } from "./highlight";

/** A stretch of a line, or a placeholder of it. */
export type Piece = Stretch & { at: number; name?: string };

/** Cuts a line of coloured stretches where its placeholders begin and end; a placeholder is one piece, whole. */
export function cut(line: readonly Stretch[], names: ReadonlySet<string>): Piece[] {
  const text = line.map((one) => one.text).join("");
  const slots = placeholdersIn(text, names);
  let at = 0;
  const outside = line.flatMap(({ text: part, look }) => {
    const start = at;
    at += part.length;
    return between(part, start, slots).map((piece) => ({ ...piece, look }));
  });
  const inside = slots.map(({ from, to, name }) => ({ at: from, text: text.slice(from, to), look: "", name }));
  return [...outside, ...inside].sort((a, b) => a.at - b.at);
}

/** What of a part that begins at `start` lies in no placeholder. */
function between(part: string, start: number, slots: readonly Placeholder[]) {
  const end = start + part.length;
  const edges = slots.filter(({ from, to }) => to > start && from < end);
  const starts = [start, ...edges.map(({ to }) => to)];
  const ends = [...edges.map(({ from }) => from), end];
  return starts.flatMap((from, index) => {
    const to = ends[index] ?? end;
    return from < to ? [{ at: from, text: part.slice(from - start, to - start) }] : [];
  });
}
