import { expect, test } from "vitest";
import { asksAgainAt, checkCount, inOrder, mayAnswer, mayAsk, mostNamed } from "@/lib/question/rules";

const at = (minute: number) => new Date(Date.UTC(2027, 2, 4, 10, minute));
const one = (id: string, more = {}) => ({ id, votes: 0, askedAt: at(0), answeredAt: null, hidden: false, ...more });

test("open questions come first, the most wanted on top, then the older; answered ones below, the latest first", () => {
  const questions = [
    one("answered early", { votes: 9, answeredAt: at(1) }),
    one("hidden", { votes: 9, hidden: true }),
    one("new", { votes: 2, askedAt: at(2) }),
    one("answered late", { answeredAt: at(5) }),
    one("wanted", { votes: 3, askedAt: at(4) }),
    one("old", { votes: 2 }),
  ];
  expect(questions.sort(inOrder).map(({ id }) => id)).toEqual([
    ...["wanted", "old", "new", "answered late", "answered early", "hidden"],
  ]);
});

test("unnamed ones of one hour stand in an order that says nothing of when", () => {
  expect([one("b"), one("a")].sort(inOrder).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a person may ask so much, and nobody after the day", () => {
  checkCount(mostNamed - 1);
  expect(() => checkCount(mostNamed)).toThrow("too-many-questions");
  expect([mayAsk("before"), mayAsk("closing"), mayAsk("closed")]).toEqual([true, true, false]);
});

test("facilitators answer, and whoever convenes the topic; nobody for a topic that has no convener", () => {
  const ann = { id: "ann", role: "participant" as const };
  expect(mayAnswer({ ...ann, role: "facilitator" }, null)).toBe(true);
  expect([mayAnswer(ann, "ann"), mayAnswer(ann, "bob"), mayAnswer(ann, null)]).toEqual([true, false, false]);
  expect(mayAnswer(null, null)).toBe(false);
});

test("the page of a talk is read again often while people ask, and seldom else", () => {
  const talk = { startsAt: at(20), endsAt: at(50) };
  const after = (now: Date, entry: Parameters<typeof asksAgainAt>[1] = talk) =>
    (asksAgainAt(now, entry).getTime() - now.getTime()) / 1000;
  expect([at(9), at(10), at(35), at(60), at(61)].map((now) => after(now))).toEqual([600, 30, 30, 30, 600]);
  expect(after(at(35), { startsAt: null, endsAt: null })).toBe(600);
  expect(after(at(35), { startsAt: at(30), endsAt: null })).toBe(30);
});
