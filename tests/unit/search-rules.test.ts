import { expect, test } from "vitest";
import {
  boxesOf,
  cursorOf,
  merged,
  piecesOf,
  placeOf,
  plainWords,
  readSearch,
  searchAddress,
  totalOf,
  turned,
  withWord,
} from "@/lib/search/rules";

const search = { q: "etcd leader", facets: ["tag:etcd"], after: null, lang: "en" };

test("an address says a whole search, and is read again", () => {
  const address = searchAddress("/library", { ...search, after: `17~${"a".repeat(36)}` });
  const asked = new URL(address, "http://x").searchParams;
  const read = readSearch({ q: asked.get("q") ?? "", f: asked.getAll("f"), after: asked.get("after") ?? "" }, "en");
  expect(read).toEqual({ ...search, after: `17~${"a".repeat(36)}` });
  expect(searchAddress("/library", { q: "", facets: [] })).toBe("/library");
});

test("nonsense in an address is nothing asked for", () => {
  const read = readSearch({ q: ["a\0b", "c"], f: ["tag:x", "evil:x", "tag:", "tag:x"], after: "9'; --" }, "en");
  expect(read).toEqual({ q: "a b", facets: ["tag:x"], after: null, lang: "en" });
  expect(readSearch({ f: Array.from({ length: 50 }, (_, n) => `tag:${n}`) }, "en").facets).toHaveLength(10);
});

test("one more facet, or one less, begins anew", () => {
  expect(turned(search, "kind:recipe").facets).toEqual(["tag:etcd", "kind:recipe"]);
  expect(turned(search, "tag:etcd").facets).toEqual([]);
});

test("two lists become one: the best first, of equals in the order of the database", () => {
  const at = (score: number, id: string) => ({ score: BigInt(score), id });
  const both = merged([at(9, "a"), at(3, "c")], [at(9, "b"), at(5, "d")], 3);
  expect(both.map(({ id }) => id)).toEqual(["b", "a", "d"]);
  const place = { score: 123456789012345n, id: "0".repeat(36) };
  expect(placeOf(cursorOf(place))).toEqual(place);
});

test("what was counted here and there is added up; a group without a choice is left out", () => {
  const counted = [
    { facet: null, n: 7, about: false },
    { facet: "tag:a", n: 2, about: false },
    { facet: "tag:b", n: 3, about: false },
    { facet: "kind:recipe", n: 7, about: false },
    { facet: null, n: 1, about: false },
    { facet: "tag:a", n: 1, about: false },
  ];
  expect(boxesOf(counted, [])).toEqual([
    {
      group: "tag",
      facets: [
        { facet: "tag:a", value: "a", n: 3, about: false },
        { facet: "tag:b", value: "b", n: 3, about: false },
      ],
    },
  ]);
  expect(boxesOf([], ["tag:gone"])).toEqual([
    { group: "tag", facets: [{ facet: "tag:gone", value: "gone", n: 0, about: false }] },
  ]);
  expect(totalOf(counted)).toEqual({ total: 8, more: false });
  expect(totalOf([{ facet: null, n: 10_001, about: false }])).toEqual({ total: 10_000, more: true });
});

test("a passage falls into pieces, of which some match", () => {
  const pieces = piecesOf("the \uE000leader\uE001 was <b>\uE000lost\uE001");
  expect(pieces.map(({ text, matches }) => (matches ? `[${text}]` : text)).join("|")).toBe(
    "the |[leader]| was <b>|[lost]",
  );
  expect(new Set(pieces.map(({ at }) => at)).size).toBe(pieces.length);
});

test("one word of what was typed is put right, and only that one", () => {
  expect(withWord("kubernets  pod kubernets-x", "kubernets", "kubernetes")).toBe("kubernetes  pod kubernets-x");
  expect(plainWords('restart "the pod" -nginx größe_x')).toEqual(["restart", "größe_x"]);
});
