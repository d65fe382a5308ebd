import { type FacetGroup, facetGroups, type Search, searchInput } from "@/lib/search/input";

/** So many stand on one page. */
export const pageSize = 20;
/** What is more than this is not counted on. */
export const countedAtMost = 10_000;

type Asked = Record<string, string | string[] | undefined>;

/** What the address of a search asks for; nonsense in it is nothing asked for. */
export function readSearch({ q, f, after }: Asked, lang: string): Search {
  const one = (value: Asked[string]) => (Array.isArray(value) ? value[0] : value);
  const all = [f ?? []].flat();
  const { facets } = searchInput.shape;
  const known = [...new Set(all)].filter((facet) => facets.safeParse([facet]).success).slice(0, 10);
  const place = searchInput.shape.after.safeParse(one(after) ?? null);
  return {
    q: searchInput.shape.q.parse(one(q) ?? ""),
    facets: known.map((facet) => facet.replaceAll("\0", " ")),
    after: place.success ? place.data : null,
    lang,
  };
}

/** The address of a search, below that of its page. */
export function searchAddress(
  page: string,
  { q, facets, after = null }: Pick<Search, "q" | "facets"> & Partial<Search>,
) {
  const words = new URLSearchParams();
  if (q) words.append("q", q);
  for (const facet of facets) words.append("f", facet);
  if (after) words.append("after", after);
  return words.size > 0 ? `${page}?${words}` : page;
}

/** The same search with one thing to narrow it down by more, or less; from its beginning. */
export const turned = ({ q, facets }: Pick<Search, "q" | "facets">, facet: string) => ({
  q,
  facets: facets.includes(facet) ? facets.filter((one) => one !== facet) : [...facets, facet],
});

export type Place = { score: bigint; id: string };

export const cursorOf = ({ score, id }: Place) => `${score}~${id}`;

export function placeOf(after: string | null): Place | null {
  const [score, id] = after?.split("~") ?? [];
  return score && id ? { score: BigInt(score), id } : null;
}

/** Two lists, each best first, as one of that many. */
export function merged<T extends Place>(one: readonly T[], other: readonly T[], most: number): T[] {
  return [...one, ...other].sort(byScore).slice(0, most);
}

/** As PostgreSQL orders them: the higher score first, of equal ones the higher id. */
function byScore(a: Place, b: Place) {
  if (a.score !== b.score) return a.score > b.score ? -1 : 1;
  return a.id > b.id ? -1 : 1;
}

/** `about`: of so many that they were counted in a sample. */
export type Facet = { facet: string; value: string; n: number; about: boolean };
export type FacetBox = { group: FacetGroup; facets: Facet[] };
export type Counted = { facet: string | null; n: number; about: boolean };

/** What a survey found, added up and by group; a group in which there is nothing to choose is left out. */
export function boxesOf(counted: readonly Counted[], chosen: readonly string[]): FacetBox[] {
  const sums = new Map<string, Facet>(chosen.map((facet) => [facet, nothingOf(facet)]));
  for (const { facet, n, about } of counted) {
    if (facet === null) continue;
    const sum = sums.get(facet) ?? nothingOf(facet);
    sums.set(facet, { ...sum, n: sum.n + n, about: sum.about || about });
  }
  const all = [...sums.values()];
  const of = (group: string) => all.filter(({ facet }) => facet.startsWith(`${group}:`)).sort(mostFirst);
  return facetGroups
    .map((group) => ({ group, facets: of(group).slice(0, 12) }))
    .filter(({ facets }) => facets.length > 1 || facets.some(({ facet }) => chosen.includes(facet)));
}

const nothingOf = (facet: string) => ({ facet, value: facet.slice(facet.indexOf(":") + 1), n: 0, about: false });
const mostFirst = (a: Facet, b: Facet) => b.n - a.n || (a.value < b.value ? -1 : 1);

/** How many there are, and whether there are more than were counted. */
export function totalOf(counted: readonly Counted[]) {
  const found = counted.reduce((sum, { facet, n }) => sum + (facet === null ? n : 0), 0);
  return { total: Math.min(found, countedAtMost), more: found > countedAtMost };
}

/** A passage as pieces, of which those that match say so; each with where it begins. */
export function piecesOf(passage: string) {
  const pieces = passage.split(/[\uE000\uE001]/);
  let at = 0;
  return pieces.flatMap((text, nth) => {
    const piece = { text, matches: nth % 2 === 1, at };
    at += text.length + 1;
    return text ? [piece] : [];
  });
}

/** What was typed, with one of its words put right. */
export const withWord = (typed: string, wrong: string, right: string) =>
  typed
    .split(/(\s+)/)
    .map((word) => (word === wrong ? right : word))
    .join("");

/** The words of what was typed that stand for themselves. */
export const plainWords = (typed: string) => typed.match(/(?<![^\s])[\p{L}\p{N}][\p{L}\p{N}_.-]*(?![^\s])/gu) ?? [];
