import { describe, expect, test } from "vitest";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";

const read = (text: string, known = {}) => readPostmortem(text, known);
const told = (text: string, known = {}) =>
  read(text, known).timeline.map(({ at, text: said }) => `${at.at}|${said.split("\n")[0]}`);

describe("the day and the zone are those of what happened", () => {
  test("the title's day goes before that of the writing", () => {
    const text = "## Timeline\n\n- 20:09 UTC: dark\n- 00:40 UTC: light\n";
    const frontMatter = 'path = "2030/10/19/lamps"\ntitle = "Update on the October 15, 2030 darkness"';
    expect(told(text, { frontMatter })).toEqual(["2030-10-15T20:09:00Z|dark", "2030-10-16T00:40:00Z|light"]);
  });

  test("a sentence names the day and the zone of all that names none, broken over lines", () => {
    const text =
      "## Timeline\n\nUnless otherwise noted all events happened on 2030-10-21, and all times are in\nCEST.\n\n- **2030-10-20 00:55: oil runs low**\n- **01:38: dark**\n- 19:27: light\n";
    expect(read(text).zone).toBe("Etc/GMT-2");
    expect(told(text).map((one) => one.slice(0, 25))).toEqual([
      "2030-10-20T00:55:00+02:00",
      "2030-10-21T01:38:00+02:00",
      "2030-10-21T19:27:00+02:00",
    ]);
  });

  test("a day named in the text goes before that of the writing, and a due date is none", () => {
    const frontMatter = "title: Lamps\ndate: 2030-12-04\npublished: 2030-12-05";
    const text = "## Timeline\n\n_all times are in UTC_\n\n**Date: 2030-11-22**\n\n- 08:42 `wick` lit\n\n14:33 dark\n";
    expect(told(text, { frontMatter })).toEqual(["2030-11-22T08:42:00Z|`wick` lit", "2030-11-22T14:33:00Z|dark"]);
    const due = "Due date: 18th December 2030\n\n**Timeline of events (20th December 2030)**\n\n- 2:00 PM: dark\n";
    expect(told(due)).toEqual(["2030-12-20T14:00:00Z|dark"]);
  });

  test("a zone stands where the duration does", () => {
    const text =
      "# Lamps, 10 April 2030\n\n- **Duration:** 10:30 AM - 12:00 PM (UTC-5)\n\n## Timeline\n\n- 10:30 AM: dark\n- 12:00 PM: light\n";
    expect(told(text)).toEqual(["2030-04-10T10:30:00-05:00|dark", "2030-04-10T12:00:00-05:00|light"]);
  });

  test("a zone in passing does not overrule what the times say themselves", () => {
    const text =
      "On 24 May 2030 at 4:11 AM UTC the lamps went out. By 9:30 AM UTC they were lit. The picture (in UTC+2, the author's timezone) shows it. At 5:40 PM we slept.\n";
    expect(read(text).zone).toBe("UTC");
  });
});
