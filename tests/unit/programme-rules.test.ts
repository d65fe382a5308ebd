import { describe, expect, test } from "vitest";
import { difference, nextChange, nowAndNext, runs, underBlocks } from "@/lib/programme/rules";

const at = (time: string) => new Date(`2027-03-04T${time}:00Z`);
const entry = (title: string, from: string | null, to: string | null, kind = "talk", slug: string | null = title) => ({
  title,
  kind,
  slug,
  startsAt: from ? at(from) : null,
  endsAt: to ? at(to) : null,
});
const titles = (entries: readonly { title: string }[]) => entries.map(({ title }) => title);

describe("what runs", () => {
  test("does so from its start to just before its end", () => {
    const talk = entry("talk", "09:00", "09:30");
    expect(["08:59", "09:00", "09:29", "09:30"].map((time) => runs(talk, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("with an open end lasts three hours", () => {
    expect([
      runs(entry("party", "18:00", null), at("20:59")),
      runs(entry("party", "18:00", null), at("21:00")),
    ]).toEqual([true, false]);
  });

  test("without a time never does", () => {
    expect(runs(entry("some day", null, null), at("09:00"))).toBe(false);
  });

  test("stands beside all that begins soonest", () => {
    const day = [
      entry("a", "09:00", "09:30"),
      entry("b", "10:00", "10:30"),
      entry("c", "10:00", "11:00"),
      entry("d", "12:00", "13:00"),
    ];
    const { now, next } = nowAndNext(day, at("09:10"));
    expect([titles(now), titles(next)]).toEqual([["a"], ["b", "c"]]);
    expect(nextChange(day, at("09:10"))).toEqual(at("09:30"));
    expect(nextChange(day, at("13:00"))).toBeNull();
  });
});

test("ignites lie under the block that holds them, never under themselves", () => {
  const day = [
    entry("Ignites", "13:00", "13:30", "ignite", null),
    entry("one", "13:00", "13:05", "ignite"),
    entry("karaoke", "13:25", "13:30", "ignite", null),
    entry("alone", "15:00", "15:05", "ignite"),
    entry("talk", "13:00", "13:30"),
  ];
  const lines = underBlocks(day);
  expect(titles(lines)).toEqual(["Ignites", "alone", "talk"]);
  expect(lines.map(({ within }) => titles(within))).toEqual([["one", "karaoke"], [], []]);
});

describe("the difference between what is and what is wanted", () => {
  const keys = { is: ({ key }: { key: string | null }) => key, wanted: ({ key }: { key: string }) => key };
  const row = (key: string, title: string) => ({ key, title, day: at("00:00"), speakers: ["a"] });

  test("is nothing when they are the same, whatever else a row holds", () => {
    const is = [{ ...row("a", "A"), id: "1", position: 4 }];
    expect(difference(is, [row("a", "A")], keys)).toEqual({ added: [], updated: [], removed: [] });
  });

  test("tells what to add, to change and to take away, and leaves alone what is not the import's", () => {
    const is = [row("a", "A"), row("b", "B"), { ...row("", "by hand"), key: null }];
    const { added, updated, removed } = difference(is, [row("a", "Anew"), row("c", "C")], keys);
    expect([titles(added), updated.map(({ row }) => row.title), titles(removed)]).toEqual([["C"], ["Anew"], ["B"]]);
  });
});
