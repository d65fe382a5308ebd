import { describe, expect, test } from "vitest";
import { readClock, showClock } from "@/lib/interop/devopsdays/clock";
import { readDate, readOffset } from "@/lib/interop/devopsdays/dates";
import { readRows, said, timesOf } from "@/tests/support/event-folder";

describe("a time as it is written", () => {
  test.each([
    ["8:00", "08:00"],
    ["08.30", "08:30"],
    ["8h45", "08:45"],
    ["0915", "09:15"],
    ["13;30", "13:30"],
    ["09:00:00", "09:00"],
    ["1 pm", "13:00"],
    ["12:30 a.m.", "00:30"],
    ["noon", "12:00"],
    ["24:00", "00:00"],
  ])("%s is %s", (written, time) => {
    const clock = readClock(written);
    expect(clock.kind === "time" && showClock(clock.minutes)).toBe(time);
  });

  test.each([
    ["late", "open"],
    ["?", "open"],
    ["", "missing"],
    ["~", "missing"],
    ["17:345", "unreadable"],
    ["25:00", "unreadable"],
    ["after lunch", "unreadable"],
  ])("%s is %s", (written, kind) => {
    expect(readClock(written).kind).toBe(kind);
  });
});

test.each([
  ["2018-05-16", "2018-05-16"],
  ["2018-5-6", "2018-05-06"],
  ["2018-05-16T17:00:00-06:00", "2018-05-16"],
  ["16.05.2018", "2018-05-16"],
  ["05/16/2018", "2018-05-16"],
  ["16/05/2018", "2018-05-16"],
  ["2018-13-40", null],
  ["soon", null],
])("the date %s is %s", (written, date) => {
  expect(readDate(written)).toBe(date);
});

test("an offset is read from a start date, and is no reason to move the day", () => {
  expect([
    readOffset("2019-10-28T00:00:00+05:30"),
    readOffset("2019-10-28T00:00:00Z"),
    readOffset("2019-10-28"),
  ]).toEqual([5.5, 0, null]);
});

describe("a 12-hour clock without a.m. and p.m.", () => {
  test("is seen where afternoon hours follow morning ones", () => {
    const read = readRows([
      ["Opening", "custom", '"9:00"', '"9:15"'],
      ["Lunch", "custom", '"12:00"', '"1:00"'],
      ["Open Space #1", "open-space", '"1:00"', '"1:45"'],
      ["Closing", "custom", '"4:45"', '"5:00"'],
      ["Dinner", "custom", '"7:00"', '"9:00"'],
    ]);
    expect(timesOf(read)).toEqual(["09:00–09:15", "12:00–13:00", "13:00–13:45", "16:45–17:00", "19:00–21:00"]);
    expect(said(read.repairs)).toContain("12-hour clock: hours after noon read as p.m. (4 times)");
  });

  test("does not stretch a row that ends before it starts", () => {
    const read = readRows([
      ["Opening", "custom", '"9:15"', '"9:00"'],
      ["Break", "custom", '"10:00"', '"10:00"'],
      ["Lunch", "custom", '"12:00"', '"1:00"'],
      ["Open Space #1", "open-space", '"1:00"', '"1:45"'],
    ]);
    expect(timesOf(read)).toEqual(["09:15–10:00", "10:00–12:00", "12:00–13:00", "13:00–13:45"]);
  });

  test("is seen in a single row of a day that counts to 24", () => {
    const read = readRows([
      ["Opening", "custom", '"14:00"', '"14:30"'],
      ["Tea", "custom", '"2:30"', '"3:00"'],
      ["Closing", "custom", '"15:00"', '"16:00"'],
    ]);
    expect(timesOf(read)[1]).toBe("14:30–15:00");
  });

  test("is not suspected of a day that begins early and is written out of order", () => {
    const read = readRows([
      ["Registration", "custom", "08:00", "09:00"],
      ["Crew breakfast", "custom", "07:00", "08:00"],
      ["Closing", "custom", "17:00", "17:30"],
    ]);
    expect(timesOf(read)).toEqual(["08:00–09:00", "07:00–08:00", "17:00–17:30"]);
    expect(said(read.repairs)).toContain('"Crew breakfast" at 07:00 is written after 08:00: put in order');
  });
});

describe("an end that cannot be", () => {
  const row = (start: string, end: string) =>
    readRows([
      ["Opening", "custom", start, end],
      ["Break", "custom", "15:00", "15:30"],
    ]);

  test.each([
    ["before its start", "14:15", "13:00", "14:15–15:00"],
    ["equal to its start", "14:15", "14:15", "14:15–15:00"],
    ["missing", "14:15", '""', "14:15–15:00"],
    ["not a time", "14:15", '"14:345"', "14:15–15:00"],
  ])("%s is taken from the next row", (_name, start, end, times) => {
    const read = row(start, end);
    expect(timesOf(read)[0]).toBe(times);
    expect(read.repairs).toHaveLength(1);
    expect(read.repairs[0]).toMatchObject({ file: "data/events/2018-haven.yml", line: 6 });
  });

  test("stands where the start belongs when something else begins there", () => {
    const read = readRows([
      ["Welcome", "custom", "09:15", "09:00"],
      ["Keynote", "custom", "09:15", "09:45"],
    ]);
    expect(timesOf(read)[0]).toBe("09:00–09:15");
    expect(said(read.repairs)[0]).toBe("the end 09:00 is before the start 09:15: turned round");
  });

  test("is open when nobody wrote one, at the end of the day", () => {
    expect(timesOf(readRows([["Party", "custom", "18:00", "late"]]))).toEqual(["18:00–"]);
    expect(timesOf(readRows([["Closing", "custom", "17:00", '""']]))).toEqual(["17:00–"]);
  });

  test("is on the next day when the evening is long", () => {
    const read = readRows([["Party", "custom", "20:00", "01:00"]]);
    expect(read.entries[0]?.endsAt).toBe("2018-05-17T01:00");
  });

  test("stands behind its start in one field", () => {
    expect(timesOf(readRows([["Opening", "custom", '"09:00-09:30"', '""']]))).toEqual(["09:00–09:30"]);
  });
});

test("a start that cannot be read is where the row before ends", () => {
  const read = readRows([
    ["Opening", "custom", "09:00", "09:30"],
    ["Welcome", "custom", "soon", "10:00"],
  ]);
  expect(timesOf(read)[1]).toBe("09:30–10:00");
});
