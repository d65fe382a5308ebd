import { describe, expect, test } from "vitest";
import { readSeries } from "@/lib/interop/series/read-series";

const read = (text: string, more = {}) => readSeries(text, { zone: "UTC", ...more });
const at = (...times: string[]) => times.map((time) => Date.parse(time));
const two = at("2026-03-04T10:00:00Z", "2026-03-04T10:05:00Z");
const one = (text: string, more = {}) => {
  const { series } = read(text, more);
  expect(series).toHaveLength(1);
  return series[0];
};

describe("tables of numbers over time", () => {
  test("a time and a value, as CloudWatch writes them; called by the name of its file", () => {
    const text = "timestamp,value\n2026-03-04 10:00:00,45.5\n2026-03-04 10:05:00,47\n";
    expect(one(text, { name: "latency" })).toEqual({ name: "latency", unit: "", at: two, vals: [45.5, 47] });
    expect(read(text).doubts).toEqual(["no-zone"]);
  });

  test("several rows of names above a column, the last of which says what the first column is", () => {
    const text =
      "service,shop,shop,cart\nmetric,latency,latency,\nstatistic,Average,p99,Sum\nunix_timestamp,,,\n1772618400.0,0.1,0.4,\n1772618700.0,0.2,0.5,\n";
    expect(read(text).series.map(({ name, vals }) => [name, vals])).toEqual([
      ["shop latency Average", [0.1, 0.2]],
      ["shop latency p99", [0.4, 0.5]],
    ]);
    expect(read(text).series[0]?.at).toEqual(two);
  });

  test("as Grafana exports what it shows: a line for Excel, units that change with the size", () => {
    const text =
      'sep=;\n"Time";"cpu {host=""a""}";"time taken"\n"2026-03-04 10:00:00";"45.2%";"900 ms"\n"2026-03-04 10:05:00";"99%";"1.50 s"\n';
    expect(read(text).series).toEqual([
      { name: 'cpu {host="a"}', unit: "%", at: two, vals: [45.2, 99] },
      { name: "time taken", unit: "s", at: two, vals: [0.9, 1.5] },
    ]);
  });

  test("a row per sample, told apart by words", () => {
    const text =
      "series,time,value\nup,1772618400000,1\ndown,1772618400000,0\nup,1772618700000,1\ndown,1772618700000,3\n";
    expect(read(text).series.map(({ name, vals }) => [name, vals])).toEqual([
      ["up", [1, 1]],
      ["down", [0, 3]],
    ]);
  });

  test("what Prometheus answers with", () => {
    const result = [
      {
        metric: { __name__: "up", job: "x" },
        values: [
          [1772618400, "1"],
          [1772618700, "NaN"],
        ],
      },
    ];
    expect(one(JSON.stringify({ status: "success", data: { resultType: "matrix", result } }))).toEqual({
      name: 'up{job="x"}',
      unit: "",
      at: two.slice(0, 1),
      vals: [1],
    });
  });

  test("semicolons with decimal commas, tabs, bars of Markdown, columns held apart by blanks", () => {
    expect(one("Zeit;Last\n04.03.2026 10:00;1,5\n04.03.2026 10:05;1.200,25\n")?.vals).toEqual([1.5, 1200.25]);
    expect(one("time\tload\n2026-03-04T10:00Z\t1\n2026-03-04T10:05Z\t2\n")?.at).toEqual(two);
    expect(one("| time | load |\n|---|---:|\n| 2026-03-04 10:00 | 1 |\n| 2026-03-04 10:05 | 2 |\n")?.at).toEqual(two);
    expect(one("2026-03-04 10:00:00   1\n2026-03-04 10:05:00   2\n")?.at).toEqual(two);
  });

  test("what was not measured is not there, and is not nought", () => {
    const text =
      "t,a\n2026-03-04T10:00Z,\n2026-03-04T10:05Z,null\n2026-03-04T10:10Z,NaN\n2026-03-04T10:15Z,-\n2026-03-04T10:20Z,7\n";
    expect(one(text)?.vals).toEqual([7]);
  });

  test("of two at the same time the later stands, and that is said", () => {
    const { series, doubts } = read("t,a\n2026-03-04T10:00Z,1\n2026-03-04T10:00Z,2\n");
    expect(series[0]?.vals).toEqual([2]);
    expect(doubts).toEqual(["repeated"]);
  });

  test.each(["", "nothing here", "a,b\n1,2\n3,4\n", "<html></html>", '{"data": 1}'])("finds nothing in %j", (text) =>
    expect(read(text)).toEqual({ series: [], doubts: [] }),
  );
});

describe("times", () => {
  const timesOf = (first: string, second: string, more = {}) => one(`time;a\n${first};1\n${second};2\n`, more)?.at;

  test.each([
    ["1772618400", "1772618700"],
    ["1772618400.0", "1772618700.0"],
    ["1772618400000", "1772618700000"],
    ["1772618400000000", "1772618700000000"],
    ["1772618400000000000", "1772618700000000000"],
    ["2026-03-04T10:00:00.000Z", "2026-03-04T10:05:00.000Z"],
    ["2026-03-04 11:00:00+01:00", "2026-03-04 11:05:00+0100"],
    ["2026/03/04 10:00", "2026/03/04 10:05"],
    ["04/03/2026 10:00:00 AM", "04/03/2026 10:05:00 AM"],
    ["Mar 4, 2026, 10:00:00 AM", "Mar 4, 2026, 10:05:00 AM"],
    ["Wed, 04 Mar 2026 10:00:00 GMT", "Wed, 04 Mar 2026 10:05:00 GMT"],
    ["4 March 2026 10:00 UTC", "4 March 2026 10:05 UTC"],
  ])("%s", (first, second) => expect(timesOf(first, second)).toEqual(two));

  test("without a zone they are of the zone that is told, summer and winter", () => {
    const [winter, summer] = ["2026-03-04 11:00", "2026-07-04 12:00"];
    expect(timesOf(winter, summer, { zone: "Europe/Brussels" })).toEqual(
      at("2026-03-04T10:00:00Z", "2026-07-04T10:00:00Z"),
    );
  });

  test("a number above twelve says whether day or month comes first; otherwise that is doubtful", () => {
    expect(timesOf("3/4/2026 10:00", "3/14/2026 10:00")?.[0]).toBe(two[0]);
    expect(read("t;a\n4/3/2026 10:00;1\n5/3/2026 10:00;1\n").doubts).toContain("day-or-month");
  });

  test("a date and a time of day beside each other; a time of day alone is of the day that is told", () => {
    expect(one("date,time,load\n2026-03-04,10:00,1\n2026-03-04,10:05,2\n")?.at).toEqual(two);
    expect(one("time,load\n10:00,1\n10:05,2\n", { day: "2026-03-04" })?.at).toEqual(two);
  });
});
