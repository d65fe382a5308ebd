import { describe, expect, test } from "vitest";
import { NoSuchFolder } from "@/lib/interop/devopsdays/files";
import { readDevopsdays } from "@/lib/interop/devopsdays/read";
import { dataFile, readFiles, readRows, rowText, said, timesOf } from "@/tests/support/event-folder";

const fixture = "tests/fixtures/devopsdays/2018-harbour-city";

test("a made-up event with every habit of real ones", () => {
  const read = readDevopsdays(fixture);
  const kinds = Map.groupBy(read.entries, ({ kind }) => kind);
  const counts = Object.fromEntries([...kinds].map(([kind, entries]) => [kind, entries.length]));
  expect(counts).toEqual({ other: 4, talk: 5, break: 2, ignite: 4, openSpace: 3, workshop: 1 });
  expect(read.entries.filter(({ slot }) => slot).map(({ title }) => title)).toEqual(["Open Space #1", "Open Space #2"]);
  expect(read.event).toEqual({
    slug: "2018-harbour-city",
    name: "DevOpsDays Harbour City 2018",
    place: "The Old Ropeworks",
    startsOn: "2018-05-16",
    endsOn: "2018-05-17",
  });
  expect(read.speakers.map(({ slug }) => slug)).toEqual([
    "ines-caldeira",
    "marit-solheim",
    "tunde-bakare",
    "jonas-unknown",
  ]);
  expect(said(read.repairs)).toEqual(
    expect.arrayContaining([
      "unresolved merge: both sides were kept",
      "tabs made spaces",
      "a value that YAML cannot read was quoted",
      "the key start_time stands twice: the last one counts",
      '"ines-caldiera" has no file: taken as ines-caldeira',
      "no front matter: the whole file is the text",
      "scripts and frames in the text are not shown",
      "an empty speaker was left out",
      "the @ of @marit-example was left out",
    ]),
  );
  expect(said(read.doubts)).toEqual(
    expect.arrayContaining([
      'no talk file for "nobody-wrote-this": kept as plain text',
      '"Lost at sea" is not in the programme: kept without a time',
      'no speaker file for "jonas-unknown": known as Jonas Unknown',
    ]),
  );
});

test.each([`${fixture}/content/events/2018-harbour-city`, `${fixture}/data/events/2018-harbour-city.yml`, fixture])(
  "%s is the same event",
  (folder) => {
    expect(readDevopsdays(folder).entries).toEqual(readDevopsdays(fixture).entries);
  },
);

test("a folder without an event, or with too many, is said in a sentence", () => {
  expect(() => readDevopsdays("tests/no-such-folder")).toThrow(NoSuchFolder);
  expect(() => readDevopsdays("tests/fixtures")).toThrow(/neither data/);
  const two = { [dataFile]: "program: []", "data/events/2025/haven/main.yml": "program: []" };
  expect(() => readFiles(two)).toThrow(/2 events \(2018-haven, 2025-haven/);
  expect(readFiles(two, "2025-haven").event.slug).toBe("2025-haven");
});

describe("YAML that is not", () => {
  test("has its tabs, merge markers and carriage returns taken out, with every line in its place", () => {
    const text = [
      "program:",
      "<<<<<<< HEAD",
      rowText(["Old", "custom", "09:00", "09:30"]).trimEnd(),
      "=======",
      rowText(["New", "custom", "10:00", "10:30"]).trimEnd(),
      ">>>>>>> other",
      "",
    ];
    const read = readFiles({ [dataFile]: text.join("\r\n").replaceAll("\n    type", "\n\t\ttype") });
    expect(read.entries.map(({ title, line }) => [title, line])).toEqual([
      ["Old", 3],
      ["New", 9],
    ]);
  });

  test("is read line by line when nothing else helps", () => {
    const read = readFiles({
      [dataFile]: `program:\n${rowText(["Opening", "custom", "09:00", "09:30"])}      oddly: here\n - [\n${rowText(["Closing", "custom", "17:00", "17:30"])}`,
    });
    expect(read.entries.map(({ title }) => title)).toEqual(["Opening", "Closing"]);
    expect(said(read.doubts).some((what) => what.startsWith("not valid YAML"))).toBe(true);
  });

  test("keeps both lists of a doubled key, and one of what both say", () => {
    const opening = rowText(["Opening", "custom", "09:00", "09:30"]);
    const read = readFiles({
      [dataFile]: `program:\n${opening}program:\n${opening}${rowText(["Closing", "custom", "17:00", "17:30"])}`,
    });
    expect(read.entries.map(({ title }) => title)).toEqual(["Opening", "Closing"]);
  });

  test.each([
    "",
    "program:\n",
    "program: late",
    "just words",
    "- a\n- b",
    "program:\n  - 3\n  - [x]\n",
    "\0\u{FEFF}",
    "program: &a\n  - *a\n",
  ])("never throws: %j", (text) => {
    expect(() =>
      readFiles({ [dataFile]: text, "content/events/2018-haven/program/odd.md": `+++\n${text}` }),
    ).not.toThrow();
  });
});

describe("days", () => {
  test("a row dated on another day amid rows where it fits is moved, and collides no more", () => {
    const read = readRows([
      ["Opening", "custom", "09:00", "09:30"],
      ["Lunch", "custom", "12:00", "13:00"],
      ["Opening", "custom", "09:00", "09:30", "2018-05-17"],
      ["Lunch", "custom", "12:00", "13:00"],
      ["Closing", "custom", "17:00", "17:30", "2018-05-17"],
    ]);
    expect(read.entries.map(({ day }) => day.slice(-2))).toEqual(["16", "16", "17", "17", "17"]);
    expect(read.repairs).toMatchObject([{ line: 21 }]);
  });

  test("rows of two days written in turns stay where they are", () => {
    const read = readRows([
      ["Opening", "custom", "09:00", "09:30"],
      ["Opening", "custom", "09:00", "09:30", "2018-05-17"],
      ["Lunch", "custom", "12:00", "13:00"],
      ["Lunch", "custom", "12:00", "13:00", "2018-05-17"],
    ]);
    expect(read.repairs).toEqual([]);
  });

  test("an event ends when its programme does, and a slip of the year is brought back", () => {
    const read = readRows([
      ["Opening", "custom", "09:00", "09:30", "2017-05-16"],
      ["Lunch", "custom", "12:00", "13:00", "2018-05-17"],
      ["Closing", "custom", "17:00", "17:30", '"2018-05-18T17:00:00-06:00"'],
    ]);
    expect(read.days).toEqual(["2018-05-16", "2018-05-17", "2018-05-18"]);
    expect(read.event.endsOn).toBe("2018-05-18");
  });

  test("a missing date is that of the row before", () => {
    const read = readRows([
      ["Opening", "custom", "09:00", "09:30", "2018-05-17"],
      ["Lunch", "custom", "12:00", "13:00", '""'],
    ]);
    expect(read.entries.map(({ day }) => day)).toEqual(["2018-05-17", "2018-05-17"]);
  });
});

describe("ignites", () => {
  const ignites =
    'ignites:\n  - title: "one"\n    date: 2018-05-16\n  - title: "two"\n    date: 2018-05-16\n  - title: "three"\n    date: 2018-05-16\n';

  test("are spread through their block in their order", () => {
    const read = readRows([["Ignites", "ignite", "13:00", "13:30"]], { ignites });
    expect(timesOf(read)).toEqual(["13:00–13:30", "13:00–13:05", "13:10–13:15", "13:20–13:25"]);
  });

  test("are shared out over two blocks of a day", () => {
    const read = readRows(
      [
        ["Ignites 1", "ignite", "11:00", "11:10"],
        ["Ignites 2", "ignite", "13:00", "13:05"],
      ],
      { ignites },
    );
    expect(timesOf(read).slice(2)).toEqual(["11:00–11:05", "11:05–11:10", "13:00–13:05"]);
  });

  test("go to the block that they name", () => {
    const blocks = `program:\n${rowText(["Round 1", "ignite", "11:00", "11:05"])}    block: a\n${rowText(["Round 2", "ignite", "13:00", "13:05"])}    block: b\n`;
    const read = readFiles({ [dataFile]: `${blocks}ignites:\n  - title: one\n    date: 2018-05-16\n    block: b\n` });
    expect(timesOf(read)).toEqual(["11:00–11:05", "13:00–13:05", "13:00–13:05"]);
  });

  test("without a block have a day and no time", () => {
    const read = readRows([["Opening", "custom", "09:00", "09:30"]], { ignites });
    expect(timesOf(read).slice(1)).toEqual(["–", "–", "–"]);
    expect(read.doubts[0]?.what).toMatch(/no ignite block on 2018-05-16/);
  });
});

test("two talks at once are a doubt; open space and workshops run beside everything", () => {
  const read = readRows([
    ["Getting on", "custom", "09:00", "10:00"],
    ["Getting off", "custom", "09:30", "10:00"],
    ["Open Space #1", "open-space", "09:00", "10:00"],
    ["hands-on", "workshop", "09:00", "10:00"],
  ]);
  const overlaps = said(read.doubts).filter((what) => what.includes("overlaps"));
  expect(overlaps).toEqual(['"Getting off" (09:30–10:00) overlaps "Getting on" (09:00–10:00)']);
});

test("keys stay when an entry moves, and when its file appears", () => {
  const before = readRows([
    ["ana-lucia", "talk", "09:00", "09:30"],
    ["Break", "custom", "10:00", "10:15"],
  ]);
  const after = readRows(
    [
      ["ana-lucia", "talk", "11:00", "11:30"],
      ["Break", "custom", "10:30", "10:45"],
    ],
    {
      pages: { "program/ana-lucia.md": '+++\nTitle = "Found"\n+++\nText' },
    },
  );
  expect(after.entries.map(({ key }) => key)).toEqual(before.entries.map(({ key }) => key));
  expect(after.entries[0]?.title).toBe("Found");
});

describe("pages", () => {
  const read = (text: string) =>
    readRows([["a-slug", "talk", "09:00", "09:30"]], { pages: { "program/a-slug.md": text } }).entries[0];

  test.each([
    ["TOML in any case", '+++\nTITLE = "T"\nspeakers = ["a-b"]\n+++\nBody'],
    ["YAML", "---\nTitle: T\nspeakers:\n  - a-b\n---\nBody"],
    ["broken TOML", '+++\nTitle = "T"\nTitle = "T"\nspeakers = ["a-b",]\nslides = "oops\n+++\nBody'],
    ["front matter that does not end", '+++\nTitle = "T"\nspeakers = ["a-b"]\n\nBody'],
  ])("%s", (_name, text) => {
    expect(read(text)).toMatchObject({ title: "T", abstract: "Body", speakers: ["a-b"] });
  });

  test("in another encoding are read all the same", () => {
    expect(read("# A heading\n\nBody")).toMatchObject({ title: "A heading" });
  });
});
