import { expect, test } from "vitest";
import { fewestSeenFirst, ownOrder } from "@/components/topic/order";

const topics = Array.from({ length: 30 }, (_, number) => ({ id: `topic-${number}` }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test("a person's own order holds every topic and is the same each time", () => {
  const order = ids(ownOrder(topics, "ann"));
  expect(order).toEqual(ids(ownOrder(topics, "ann")));
  expect(order.toSorted()).toEqual(ids(topics).toSorted());
});

test("no topic is first for everybody", () => {
  const first = Array.from({ length: 600 }, (_, person) => ownOrder(topics, `person ${person}`)[0]?.id);
  const times = topics.map(({ id }) => first.filter((one) => one === id).length);
  expect(Math.min(...times)).toBeGreaterThan(0);
  expect(Math.max(...times)).toBeLessThan(60);
});

test("what the fewest people were shown comes first, what one has seen oneself comes last", () => {
  const exposure = Object.fromEntries(topics.map(({ id }, number) => [id, number < 3 ? 0 : 5]));
  const deck = ids(fewestSeenFirst(topics, { seed: "ann", seen: ["topic-0"], exposure }));
  expect(deck.slice(0, 2).toSorted()).toEqual(["topic-1", "topic-2"]);
  expect(deck.at(-1)).toBe("topic-0");
});
