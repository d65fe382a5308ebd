import { describe, expect, test } from "vitest";
import { contradictionsOf } from "@/lib/contradiction/rules";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";

/** Shapes met in reports that nobody had looked at before; the people and firms in these are made up. */
const read = (text: string, known = {}) => readPostmortem(text, known);
const told = (text: string, known = {}) =>
  read(text, known).timeline.map(({ at, text: said }) => `${at.at}|${said.split("\n")[0]}`);

describe("a time is read however it is spelt", () => {
  test("am and pm as one letter, dots between hour and minute, a colon behind the day", () => {
    const text =
      "## Timeline\n\n### 2030-05-09 10:45a\n\nDark.\n\n### 12:29p\n\nOil.\n\n### Between 02:00 and 02.30 PM\n\nLight.\n";
    expect(told(text)).toEqual([
      "2030-05-09T10:45:00Z|Dark.",
      "2030-05-09T12:29:00Z|Oil.",
      "2030-05-09T14:00:00Z|Light.",
    ]);
    expect(told("## Timeline (UTC)\n\nMay 15, 2030: 7:56am UTC\nThe keeper saw it.\n")).toEqual([
      "2030-05-15T07:56:00Z|The keeper saw it.",
    ]);
  });

  test("the same time said twice counts once, and a footnote is no text", () => {
    expect(
      told("## Timeline\n\n### 2030-05-09\n\n- 20:07 EDT (00:07 UTC)[^1]: dark\n- 20:10 (17:10 PDT): oil\n"),
    ).toEqual(["2030-05-09T20:07:00-04:00|dark", "2030-05-09T20:10:00-04:00|oil"]);
  });

  test("the day behind its time", () => {
    const text =
      "## Timeline 2030\n\n2030-03-01\n\n22:00 PM PST Saturday Mar 2nd: lamps out\n\n23:00 AM PST Saturday Mar 2nd: oil found\n\n03:30 AM PST Sunday Mar 3rd: lit\n";
    expect(read(text).style).toBe("lines");
    expect(told(text)).toEqual([
      "2030-03-02T22:00:00-08:00|lamps out",
      "2030-03-02T23:00:00-08:00|oil found",
      "2030-03-03T03:30:00-08:00|lit",
    ]);
  });

  test("a month first between hyphens too, where one date shows it", () => {
    const text =
      "## Timeline (all times PST) 04/26/2030 - 05/01/2030\n\n04-26-2030 - The leak was found.\n\n05-01-2030 - A fix was out.\n";
    expect(told(text)).toEqual([
      "2030-04-26T00:00:00-08:00|The leak was found.",
      "2030-05-01T00:00:00-08:00|A fix was out.",
    ]);
  });

  test("a year with a digit too many is known to nobody, and what happened is kept", () => {
    const text =
      "## Timeline\n\n| Time | Event |\n| --- | --- |\n| 20300-01-16 12:00 | dark |\n| 20300-01-17 12:00 | light |\n| 11/03/203 | report |\n";
    expect(read(text).timeline.map(({ at, text: said }) => [at.at, at.text, said])).toEqual([
      [null, "20300-01-16 12:00", "dark"],
      [null, "20300-01-17 12:00", "light"],
      [null, "11/03/203", "report"],
    ]);
  });
});

describe("what belongs together stays together", () => {
  test.each([
    ["around words of one line are no fence", "```ERROR: no oil in [lamp-1].```"],
    ["with a language behind them close none", "```\n```bash\nfill\n```"],
  ])("three ticks %s", (_which, block) => {
    const text = `## Timeline\n\n### 2030-05-09 16:51\n\nIt says:\n\n${block}\n\n### 17:01\n\nFilled.\n`;
    expect(told(text)).toHaveLength(2);
  });

  test("a day with its words below it is an event, and one with times below it is none", () => {
    const text =
      "## Timeline\n\n- 2030-06-21:\n    The key is published.\n- 2030-06-28 7:09 AM Eastern:\n    Somebody tells us.\n- 2030-06-29:\n    - 10:00 Eastern: revoked\n";
    expect(told(text)).toEqual([
      "2030-06-21T00:00:00-04:00|The key is published.",
      "2030-06-28T07:09:00-04:00|Somebody tells us.",
      "2030-06-29T10:00:00-04:00|revoked",
    ]);
  });

  test("a day on a line of its own with a paragraph below it", () => {
    const text = "## Timeline\n\nJanuary 29, 2030\nWe bought a lamp.\n\nFebruary 15, 2030: 7:56am UTC\nIt was dark.\n";
    expect(told(text)).toEqual(["2030-01-29T00:00:00Z|We bought a lamp.", "2030-02-15T07:56:00Z|It was dark."]);
  });

  test("a line that begins with a time in the middle of a sentence is that sentence", () => {
    const text =
      "On 2030-04-27 at 15:09 UTC we let out the new oil. At\n15:23 UTC we were told that it smokes. By 15:56 UTC\nthe old one was back.\n";
    expect(read(text).style).toBe("prose");
    expect(told(text).map((one) => one.slice(0, 20))).toEqual([
      "2030-04-27T15:09:00Z",
      "2030-04-27T15:23:00Z",
      "2030-04-27T15:56:00Z",
    ]);
  });

  test("a list in HTML", () => {
    const text =
      "<h1>Lamps, 2030-03-02</h1>\n<h2>Timeline</h2>\n<ul>\n<li><strong>10:30 AM:</strong> dark</li>\n<li><strong>10:50 AM:</strong> light</li>\n</ul>\n";
    expect(told(text)).toEqual(["2030-03-02T10:30:00Z|dark", "2030-03-02T10:50:00Z|light"]);
  });

  test("a weekday in a column of its own is not told again", () => {
    const text =
      "## Timeline\n\n| Day | Date (2030) | Time (UTC) | Event |\n|---|---|---|---|\n| Sat | Mar 2 | 21:33 | dark |\n| Sun | Mar 3 | 00:10 | light |\n";
    expect(told(`2030-03-02\n\n${text}`)).toEqual(["2030-03-02T21:33:00Z|dark", "2030-03-03T00:10:00Z|light"]);
  });

  test("sentences that end with a time are no chat", () => {
    const text =
      "- First detected 2030-10-13 08:59\n- Incident declared 2030-10-13 10:27\n- Repaired 2030-10-13 17:38\n- Resolved 2030-10-13 18:56\n\nAsked the keeper for oil at 10:29\n\nAll the lamps are lit again at 17:38\n";
    expect(read(text)).toMatchObject({ style: "labels" });
  });
});

test("labels and stories are put in order, so that only slips of the pen are said against them", () => {
  const text =
    "- First detected 2030-07-12 15:44\n- Repaired 2030-07-12 15:51\n- Repaired declared 2030-07-12 15:51\n- Incident declared 2030-07-12 15:46\n- Resolved 2030-07-13 11:49\n\nOn the 1st of July 14:49 somebody wrote to us.\n- 1st of July 14:49: a letter came\n";
  const { timeline, times, style, zone } = read(text);
  expect(style).toBe("labels");
  expect(timeline.map(({ text: said }) => said)).toEqual([
    "First detected",
    "Incident declared",
    "Repaired",
    "Resolved",
  ]);
  expect(contradictionsOf({ times, timeline, supportHours: null, zone })).toEqual([]);
});
