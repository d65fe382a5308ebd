import { diffLines, diffWordsWithSpace } from "diff";

/** A stretch of a text: as it was and is, gone, new, or left out because it stayed the same for many lines. */
export type Piece = { kind: "same" | "gone" | "new"; text: string } | { kind: "skipped"; lines: number };
/** What became of one place of a document, as `title` or `timeline.e3.text`. */
export type Change = { place: string; pieces: Piece[] };

/** Every place in which two documents differ, in the order of the second; things of a list by their id, path or name. */
export function compareDocuments(before: object, after: object): Change[] {
  const [was, is] = [placesOf(before), placesOf(after)];
  const places = [...new Set([...is.keys(), ...was.keys()])];
  return places.flatMap((place) => {
    const [old, now] = [was.get(place) ?? "", is.get(place) ?? ""];
    return old === now ? [] : [{ place, pieces: comparedTexts(old, now) }];
  });
}

/** Texts of a document by their place. Nothing said is no text. */
function placesOf(value: unknown, at = "", found = new Map<string, string>()) {
  if (value === null || value === undefined || value === "" || isEmpty(value)) return found;
  if (typeof value !== "object") return found.set(at, String(value));
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) return found.set(at, value.join("\n"));
  for (const [name, one] of namedParts(value)) placesOf(one, at ? `${at}.${name}` : name, found);
  return found;
}

const isEmpty = (value: unknown) => typeof value === "object" && value !== null && Object.keys(value).length === 0;

function namedParts(value: object): [string, unknown][] {
  if (!Array.isArray(value)) return Object.entries(value);
  return value.map((one, at) => [String(one?.id ?? one?.path ?? one?.name ?? at + 1), one]);
}

/** Longer ones are compared by lines only. */
const mostForWords = 4_000;
const patienceMs = 400;

function comparedTexts(before: string, after: string): Piece[] {
  const lines = diffLines(before, after, { timeout: patienceMs }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [one, next] = [lines[at], lines[at + 1]];
    if (!one) continue;
    if (one.removed && next?.added) {
      pieces.push(...comparedWords(one.value, next.value));
      at++;
    } else pieces.push(pieceOf(one));
  }
  return pieces.flatMap((piece, at) => shortened(piece, at === 0, at === pieces.length - 1));
}

function comparedWords(before: string, after: string): Piece[] {
  const words =
    before.length + after.length > mostForWords ? null : diffWordsWithSpace(before, after, { timeout: 100 });
  if (words) return words.map(pieceOf);
  return [
    { kind: "gone", text: before },
    { kind: "new", text: after },
  ];
}

const pieceOf = ({ value, added, removed }: { value: string; added?: boolean; removed?: boolean }): Piece => ({
  kind: added ? "new" : removed ? "gone" : "same",
  text: value,
});

const around = 3;

/** What stayed is shown for a few lines around what changed. */
function shortened(piece: Piece, isFirst: boolean, isLast: boolean): Piece[] {
  if (piece.kind !== "same") return [piece];
  const lines = piece.text.split(/(?<=\n)/);
  const [head, tail] = [isFirst ? 0 : around, isLast ? 0 : around];
  const hidden = lines.length - head - tail;
  if (hidden < 3) return [piece];
  const text = (some: string[]) => (some.length > 0 ? [{ kind: "same" as const, text: some.join("") }] : []);
  return [
    ...text(lines.slice(0, head)),
    { kind: "skipped", lines: hidden },
    ...text(lines.slice(lines.length - tail, tail === 0 ? 0 : undefined)),
  ];
}
