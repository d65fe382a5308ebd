import { isDeepStrictEqual } from "node:util";
import { diff3Merge } from "node-diff3";

/** What two people changed at once, each in a way of their own: places in the document, as `body` or `timeline.e3.text`. */
export type Merged<T> = { document: T; conflicts: string[] };

/**
 * Joins two changes of one document, field by field: texts line by line, lists by the id, path or name of what is in
 * them. Nothing of either is dropped. Where both changed the same place differently, that place is named and stays `mine`.
 */
export function mergeDocuments<T extends object>(mine: T, base: T, theirs: T): Merged<T> {
  const conflicts: string[] = [];
  const document = mergeValues({ mine, base, theirs }, "", conflicts) as T;
  return { document, conflicts };
}

/** Whether two documents say the same, in whatever order they name their fields. */
export const saySame = (one: object, other: object) => isDeepStrictEqual(one, other);

type Three<V> = { mine: V; base: V; theirs: V };
type Plain = Record<string, unknown>;

function mergeValues(three: Three<unknown>, at: string, conflicts: string[]): unknown {
  const { mine, base, theirs } = three;
  if (isDeepStrictEqual(mine, base)) return theirs;
  if (isDeepStrictEqual(theirs, base) || isDeepStrictEqual(mine, theirs)) return mine;
  if (every(three, isText)) return mergeTexts(three, at, conflicts);
  if (every(three, isList)) return mergeLists(three, at, conflicts);
  if (every(three, isPlain) && !every(three, isOneThing)) return mergeFields(three, at, conflicts);
  conflicts.push(at);
  return mine;
}

function mergeTexts({ mine, base, theirs }: Three<string>, at: string, conflicts: string[]) {
  const lines = (text: string) => text.split("\n");
  const regions = diff3Merge(lines(mine), lines(base), lines(theirs), { excludeFalseConflicts: true });
  if (regions.some(({ conflict }) => conflict)) {
    conflicts.push(at);
    return mine;
  }
  return regions.flatMap(({ ok }) => ok ?? []).join("\n");
}

function mergeFields({ mine, base, theirs }: Three<Plain>, at: string, conflicts: string[]) {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const fields = names.map((name) => {
    const three = { mine: mine[name], base: base[name], theirs: theirs[name] };
    return [name, mergeValues(three, below(at, name), conflicts)] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** The order is merged as lines are; what two added at one place stays, theirs first. Then each thing in its fields. */
function mergeLists(three: Three<unknown[]>, at: string, conflicts: string[]) {
  const [mine, base, theirs] = [byKey(three.mine), byKey(three.base), byKey(three.theirs)];
  const kept = orderOf([...mine.keys()], [...base.keys()], [...theirs.keys()]);
  // taken out by one and changed by the other: neither is right by itself
  for (const [key, value] of base) {
    const left = mine.has(key) ? mine.get(key) : theirs.get(key);
    if (mine.has(key) !== theirs.has(key) && !isDeepStrictEqual(left, value)) conflicts.push(below(at, key));
  }
  return kept.map((key) =>
    mergeValues({ mine: mine.get(key), base: base.get(key), theirs: theirs.get(key) }, below(at, key), conflicts),
  );
}

function orderOf(mine: string[], base: string[], theirs: string[]) {
  const regions = diff3Merge(mine, base, theirs, { excludeFalseConflicts: true });
  const gone = new Set(base.filter((key) => !mine.includes(key) || !theirs.includes(key)));
  const keys = regions.flatMap(({ ok, conflict }) => ok ?? [...(conflict?.b ?? []), ...(conflict?.a ?? [])]);
  return [...new Set(keys)].filter((key) => !gone.has(key));
}

/** What a thing of a list goes by; that of a plain value is the value. Those of one name are counted. */
function byKey(list: unknown[]) {
  const found = new Map<string, unknown>();
  for (const one of list) {
    const key = keyOf(one);
    let name = key;
    for (let count = 2; found.has(name); count++) name = `${key} ${count}`;
    found.set(name, one);
  }
  return found;
}

function keyOf(one: unknown) {
  if (!isPlain(one)) return JSON.stringify(one);
  const { id, path, name } = one;
  return String(id ?? path ?? name ?? JSON.stringify(one));
}

function every<V>(three: Three<unknown>, is: (value: unknown) => value is V): three is Three<V> {
  return is(three.mine) && is(three.base) && is(three.theirs);
}
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);
// a time, and where something came from, are right as a whole or not at all
const isOneThing = (value: unknown): value is Plain =>
  isPlain(value) && ("precision" in value || "commit" in value || "frontMatter" in value);
const below = (at: string, name: string) => (at ? `${at}.${name}` : name);
