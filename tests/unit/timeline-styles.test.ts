import { describe, expect, test } from "vitest";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";

const read = (text: string) => readPostmortem(text);
/** Each event as `instant|who|text`. */
const told = (text: string) => read(text).timeline.map(({ at, who, text: said }) => `${at.at}|${who}|${said}`);

describe("a timeline is found however it was written", () => {
  test("a table, with its zone in the head and its day in a column of its own", () => {
    const text = `# Lamps out

## Timeline

| Date | Time (CET) | Who | What |
| :--- | --- | --- | --- |
| 2030-03-02 | 10:00 | Wick | lamps \\| lit |
| | 10:05 | Oil | lamps flicker |
| 2030-03-03 | 09:00 | Wick | lamps mended |
`;
    expect(read(text)).toMatchObject({ style: "table", zone: "Etc/GMT-1" });
    expect(told(text)).toEqual([
      "2030-03-02T10:00:00+01:00|Wick|lamps | lit",
      "2030-03-02T10:05:00+01:00|Oil|lamps flicker",
      "2030-03-03T09:00:00+01:00|Wick|lamps mended",
    ]);
  });

  test("one heading for each event, the day named once, midnight passed", () => {
    const text =
      "# Lamps\n\n## Timeline\n\nAll times in PST\n\n### 2030-03-02 22:00\n\nDark.\n\n- no oil\n\n### 23:30\n\nOil found.\n\n### 01:10\n\nLight.\n\n## Lessons\n\n### 2030\n";
    expect(read(text)).toMatchObject({ style: "headings", zone: "Etc/GMT+8" });
    expect(told(text)).toEqual([
      "2030-03-02T22:00:00-08:00||Dark.\n\n- no oil",
      "2030-03-02T23:30:00-08:00||Oil found.",
      "2030-03-03T01:10:00-08:00||Light.",
    ]);
  });

  test("bullets below the day they are of, whose second lines belong to them", () => {
    const text =
      "## Timeline\n\n2030-03-02\n\n- 2:54 PM PST: lamps lit\n\n2030-03-03\n\n* **4:49 AM** - first [report](x)\n          of darkness\n\n**Duration:** 11 hours\n";
    expect(told(text)).toEqual([
      "2030-03-02T14:54:00-08:00||lamps lit",
      "2030-03-03T04:49:00-08:00||first [report](x)\nof darkness",
    ]);
  });

  test("lines and code that begin with their time", () => {
    const lines = "2030-03-02 10:00 lit\n2030-03-02 10:05 [alert] dark\n2030-03-02T10:20:00Z light\n";
    expect(read(lines).style).toBe("lines");
    expect(told(`## Timeline\n\n2030-03-02\n\n\`\`\`\n10:00 lit\n10:05 dark\n\`\`\`\n`)).toEqual([
      "2030-03-02T10:00:00Z||lit",
      "2030-03-02T10:05:00Z||dark",
    ]);
  });

  test.each([
    ["Slack", "Wick  10:32 AM\nanyone in the dark?\nOil  10:33 AM\nyes\nall of us\nWick  10:40 AM\nlit again"],
    [
      "old Slack",
      "> wick [10:32 AM]\nanyone in the dark?\n\n> oil [10:33 AM]\nyes\nall of us\n\n> wick [10:40 AM]\nlit again",
    ],
    ["IRC", "[10:32] <wick> anyone in the dark?\n[10:33] <@oil> yes\nall of us\n[10:40] <wick> lit again"],
    [
      "a messenger",
      "02/03/30, 10:32 - Wick: anyone in the dark?\n02/03/30, 10:33 - Oil: yes\nall of us\n02/03/30, 10:40 - Wick: lit again",
    ],
    [
      "Discord",
      "wick — Today at 10:32 AM\nanyone in the dark?\noil — Today at 10:33 AM\nyes\nall of us\nwick — Today at 10:40 AM\nlit again",
    ],
  ])("a chat copied from %s", (_from, text) => {
    const { style, timeline } = readPostmortem(text, { day: "2030-03-02" });
    expect(style).toBe("chat");
    expect(timeline.map(({ at, who, text: said }) => [at.at, who.toLowerCase(), said])).toEqual([
      ["2030-03-02T10:32:00Z", "wick", "anyone in the dark?"],
      ["2030-03-02T10:33:00Z", "oil", "yes\nall of us"],
      ["2030-03-02T10:40:00Z", "wick", "lit again"],
    ]);
  });

  test("sentences that say a time", () => {
    const text =
      "# Dark on March 2, 2030\n\n## What happened\n\nAt 10:05 UTC, the keeper was paged. It took 10 minutes. By 10:30 UTC oil was found. We lit up at around 10:45 UTC.\n";
    expect(read(text).style).toBe("prose");
    expect(read(text).timeline.map(({ at }) => [at.at, at.bound])).toEqual([
      ["2030-03-02T10:05:00Z", "exact"],
      ["2030-03-02T10:30:00Z", "exact"],
      ["2030-03-02T10:45:00Z", "about"],
    ]);
  });

  test("labels, where there is nothing else", () => {
    const text =
      "- **Key events**\n  - First detected 2030-03-02 15:51\n  - Repaired: 2030-03-02 1629\n  - Incident declared 2030-03-02 16:39\n  - Resolved 2030-03-04 (Time TBC)\n";
    const { style, times, timeline } = read(text);
    expect([style, timeline.length]).toEqual(["labels", 4]);
    expect(
      Object.entries(times)
        .map(([moment, time]) => [moment, time?.at, time?.precision])
        .sort(),
    ).toEqual([
      ["declared", "2030-03-02T16:39:00Z", "minute"],
      ["detected", "2030-03-02T15:51:00Z", "minute"],
      ["mitigated", "2030-03-02T16:29:00Z", "minute"],
      ["resolved", "2030-03-04T00:00:00Z", "day"],
    ]);
  });

  test("after the start: T+12", () => {
    const text = "Started: 2030-03-02 10:00 UTC\n\n## Timeline\n\n- T+0: dark\n- T+12m: seen\n- T+1:05: light\n";
    expect(read(text).timeline.map(({ at }) => at.at)).toEqual([
      "2030-03-02T10:00:00Z",
      "2030-03-02T10:12:00Z",
      "2030-03-02T11:05:00Z",
    ]);
  });

  test.each([
    [
      "German",
      "## Ablauf\n\nAlle Zeiten in MEZ, 2. März 2030\n\n- 10.05 Uhr: dunkel\n- gegen 10.20 Uhr: hell\n",
      "+01:00",
    ],
    ["French", "## Chronologie\n\n2 mars 2030\n\n- 10h05 : noir\n- vers 10h20 : clair\n", "Z"],
    ["Dutch", "## Tijdlijn\n\n2 maart 2030\n\n- 10:05 uur: donker\n- rond 10:20: licht\n", "Z"],
    ["Spanish", "## Cronología\n\n2 marzo 2030\n\n- 10:05: oscuro\n- hacia 10:20: claro\n", "Z"],
  ])("in %s", (_language, text, offset) => {
    expect(read(text).timeline.map(({ at }) => [at.at, at.bound])).toEqual([
      [`2030-03-02T10:05:00${offset}`, "exact"],
      [`2030-03-02T10:20:00${offset}`, "about"],
    ]);
  });

  test("an empty template has none, nor has an hour of a meeting", () => {
    expect(told("# T\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| | |\n| HH:MM | ... |\n")).toEqual([]);
    expect(told("# T\n\n## Timeline\n\nTBD\n\n## Actions\n\n- meet at 10:00 every day\n")).toEqual([]);
  });
});

describe("a time is as exact as it was written", () => {
  const time = (written: string) => read(`## Timeline\n\n- 2030-02-28: before\n- ${written}: then\n`).timeline[1]?.at;

  test.each([
    ["2030-03-02 HH:mm", "2030-03-02T00:00:00Z", "day", "exact"],
    ["2030-03-02 --:--", "2030-03-02T00:00:00Z", "day", "exact"],
    ["2030-03-?? HH:mm", "2030-03-01T00:00:00Z", "month", "exact"],
    ["2029/30-??-?? HH:mm", null, "unknown", "exact"],
    ["[???]", null, "unknown", "exact"],
    ["2030-03-02 ca. 11:20", "2030-03-02T11:20:00Z", "minute", "about"],
    ["2030-03-02 10:45~", "2030-03-02T10:45:00Z", "minute", "about"],
    ["before 2030-03-02 10:45", "2030-03-02T10:45:00Z", "minute", "not-after"],
    ["after 2030-03-02 10:45", "2030-03-02T10:45:00Z", "minute", "not-before"],
    ["2030-03-02 14:?? UTC", "2030-03-02T14:00:00Z", "hour", "exact"],
    ["2030-03-02 14:00 PM", "2030-03-02T14:00:00Z", "minute", "exact"],
    ["2030-03-02 23:00 AM MST", "2030-03-02T23:00:00-07:00", "minute", "exact"],
    ["2030-03-02 12:05 AM", "2030-03-02T00:05:00Z", "minute", "exact"],
    ["March 2nd, 2030 noon", "2030-03-02T12:00:00Z", "minute", "exact"],
    ["Sat 2 Mar 10:45:30 (UTC+5:30)", "2030-03-02T10:45:30+05:30", "second", "exact"],
    ["22:30 UTC (Mar 2)", "2030-03-02T22:30:00Z", "minute", "exact"],
  ])("%s", (written, at, precision, bound) => expect(time(written)).toMatchObject({ at, precision, bound }));

  test("its own words are kept, and an end where it has one", () => {
    const [one] = read("## Timeline\n\n- 2030-03-02 23:50 – 00:10 UTC dark\n").timeline;
    expect(one?.at.text).toBe("2030-03-02 23:50 – 00:10 UTC");
    expect(one?.until?.at).toBe("2030-03-03T00:10:00Z");
  });

  test("a little out of order is out of order, and half a day back is the next day", () => {
    const days = read("## Timeline\n\n- 2030-03-02 15:50 a\n- 14:30 b\n- 23:55 c\n- 00:05 d\n").timeline;
    expect(days.map(({ at }) => at.at?.slice(8, 16))).toEqual(["02T15:50", "02T14:30", "02T23:55", "03T00:05"]);
  });
});
