import { describe, expect, test } from "vitest";
import { firings } from "@/lib/alert/rules";
import { readAlerts } from "@/lib/interop/alert/read-alerts";

const minute = 60_000;
const every = (step: number, vals: number[]) => ({ at: vals.map((_, place) => place * step * minute), vals });
const above = (value: number, forS = 0) => ({ comparison: ">" as const, value, forS });
const inMinutes = (found: ReturnType<typeof firings>) => found.map(({ lo, hi }) => [lo / minute, hi / minute]);

describe("when an alert would have fired", () => {
  test("between the last sample below and the first above", () => {
    expect(inMinutes(firings(every(5, [1, 1, 9, 9, 1]), above(5)))).toEqual([[5, 10]]);
  });

  test("after the value stood there for as long as the rule says, and not when it stood there for less", () => {
    expect(inMinutes(firings(every(1, [1, 9, 9, 9, 9, 1]), above(5, 120)))).toEqual([[2, 3]]);
    expect(firings(every(1, [1, 9, 9, 1, 9, 9]), above(5, 120))).toEqual([]);
  });

  test("each time anew, and not over a hole in the samples", () => {
    expect(inMinutes(firings(every(1, [9, 1, 9, 1]), above(5)))).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(
      firings({ at: [0, 1, 2, 3, 30, 31].map((at) => at * minute), vals: [1, 1, 1, 9, 9, 9] }, above(5, 600)),
    ).toEqual([]);
  });

  test.each([
    [">=", 5, true],
    ["<", 5, false],
    ["<=", 5, true],
    ["==", 5, true],
    ["!=", 5, false],
  ] as const)("%s %d", (comparison, value, fires) => {
    expect(firings(every(1, [5]), { comparison, value, forS: 0 }).length > 0).toBe(fires);
  });
});

describe("rules that others wrote", () => {
  const groups = `groups:
  - name: host
    rules:
      - record: job:up
        expr: sum(up)
      - alert: HostFull
        expr: |
          (node_free{job="x > 1"} / node_size) * 100 < 10
        for: 1h30m
        annotations: {summary: "{{ $labels.instance }} is full"}
      - alert: Both
        expr: a > 1 and b > 2
      - alert: Gone
        expr: absent(up)
      - alert: Big
        expr: bytes > 10 * 1024
`;

  test("those with one number to compare with, however long it has to last", () => {
    expect(readAlerts(groups).map(({ name, threshold }) => [name, threshold])).toEqual([
      ["HostFull", { comparison: "<", value: 10, forS: 5_400 }],
      ["Big", { comparison: ">", value: 10_240, forS: 0 }],
    ]);
  });

  test("in a list, in a resource of Kubernetes, in several documents", () => {
    expect(readAlerts("- alert: A\n  expr: x > 1\n").map(({ name }) => name)).toEqual(["A"]);
    const resource = `kind: PrometheusRule\nspec:\n  groups:\n    - rules:\n        - alert: B\n          expr: 'rate(y[5m]) >= 0.05'\n---\nkind: Other\n`;
    expect(readAlerts(resource).map(({ left }) => left)).toEqual(["rate(y[5m])"]);
  });

  test.each(["", "#!/bin/sh\nrm -rf /tmp/x", "{{ template }}", "a: &a [*a]", "- - - -"])("finds none in %j", (text) => {
    expect(readAlerts(text)).toEqual([]);
  });
});

test("what only guards a division asks nothing more than the rule itself", () => {
  const read = (expr: string) =>
    readAlerts(`groups:\n- rules:\n  - alert: Oil\n    expr: '${expr}'\n`).map(({ left, threshold }) => [
      left,
      threshold.value,
    ]);
  expect(read("oil / lamps * 100 > 90 and lamps > 0")).toEqual([["oil / lamps * 100", 90]]);
  expect(read("(sum by (hall) (oil) / sum by (hall) (lamps) > 5 and sum by (hall) (lamps) > 0)")).toEqual([
    ["sum by (hall) (oil) / sum by (hall) (lamps)", 5],
  ]);
  expect(read("oil > 90 and lamps > 0")).toEqual([]);
  expect(read("oil / lamps > 0.9 and wind > 0")).toEqual([]);
  expect(read("(oil > 1) and (lamps / oil > 2)")).toEqual([]);
});
