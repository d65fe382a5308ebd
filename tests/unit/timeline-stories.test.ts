import { describe, expect, test } from "vitest";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";

const read = (text: string, known = {}) => readPostmortem(text, known);
const told = (text: string) => read(text).timeline.map(({ at, text: said }) => `${at.at}|${said.split("\n")[0]}`);

describe("a story", () => {
  test("tells each time in its clause, each on its day, in order", () => {
    const text =
      "On May 2, 2030 the lamps were dark. The darkness began at 18:35 UTC, and all were lit again by 00:30 UTC on May 3, 2030. The wrong oil had come on May 2 at 10:00 UTC. It smoked from May 2, 19:05 UTC, to May 2, 19:40 UTC.\n";
    expect(told(text).map((one) => one.slice(0, 46))).toEqual([
      "2030-05-02T10:00:00Z|The wrong oil had come on",
      "2030-05-02T18:35:00Z|The darkness began at 18:",
      "2030-05-02T19:05:00Z|It smoked from May 2, 19:",
      "2030-05-02T19:40:00Z|It smoked from May 2, 19:",
      "2030-05-03T00:30:00Z|and all were lit again by",
    ]);
  });

  test("has points in its times and names for its zones", () => {
    expect(
      told("On May 2, 2030 it was dark at 10:55 a.m. PST and cold. At 13:30 US/Pacific, lamps were lit again.\n").map(
        (one) => one.slice(0, 25),
      ),
    ).toEqual(["2030-05-02T10:55:00-08:00", "2030-05-02T13:30:00-07:00"]);
  });

  test("has ends with zones of their own, and seconds", () => {
    const { timeline } = read(
      "On May 2, 2030 it was dark from 15:24 PDT to 16:52 PDT.\n\nOn May 3 it was dark at 10:15:19 UTC.\n",
    );
    expect(timeline.map(({ at, until }) => [at.at, until?.at])).toEqual([
      ["2030-05-02T15:24:00-07:00", "2030-05-02T16:52:00-07:00"],
      ["2030-05-03T10:15:19Z", undefined],
    ]);
  });

  test("begins on the day that its front matter names as the start, and keeps the offset that it names", () => {
    const frontMatter =
      "published: 2030-06-01\nstart_time: 2030-05-02T10:55:00-08:00\nend_time: 2030-05-02T11:30+02:00";
    const { times, timeline } = read("It was dark at 10:55 and light at 11:20, and 11:30 was late.\n", { frontMatter });
    expect(times).toMatchObject({
      started: { at: "2030-05-02T10:55:00-08:00" },
      resolved: { at: "2030-05-02T11:30:00+02:00" },
    });
    expect(timeline.every(({ at }) => at.at === null || at.at.startsWith("2030-05-02"))).toBe(true);
  });
});
