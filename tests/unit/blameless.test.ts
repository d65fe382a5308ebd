import { expect, test } from "vitest";
import { hintsIn } from "@/lib/blameless/rules";
import { partsTold } from "@/lib/interop/postmortem/sections";

test.each([
  ["We should have checked the oil.", "counterfactual"],
  ["The on-call engineer failed to read the gauge.", "failed"],
  ["The cause was human error.", "human-error"],
  ["@wick restarted the lamp.", "handle"],
  ["It was a careless change.", "blame"],
])("%s is a suggestion", (text, kind) => expect(hintsIn(text)).toMatchObject([{ kind }]));

test.each([
  "The pump failed to start.",
  "The disk could have been larger.",
  "Images are lazy-loaded, and lazily loaded ones are not.",
  "Pods should have limits.",
  "Install it with `@scope/name should have`.",
  "See https://example.org/@wick for more.",
  "```\nwe should have been code\n```",
])("of a thing it is none: %s", (text) => expect(hintsIn(text)).toEqual([]));

test("no amount of text takes long", () => {
  const begun = performance.now();
  for (const text of ["@a ".repeat(60_000), "the our ".repeat(20_000), "we ".repeat(60_000), "`".repeat(200_000)])
    hintsIn(text);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test("what stands under the headings of every template is told", () => {
  const told = partsTold(`# Dark

## Impact

Ships waited.

## Lessons learned

### What went well

1. Seen at once,
   by two

### What went wrong

List of things that went badly. For example,

- No oil

### Where we got lucky

* It was calm

## Contributing Factors

- Wind
  - from the north

## Action items

### Process improvements

1. Buy oil (DONE) [#5](https://example.org/lamps/issues/5)
2. Write it down

## Timeline

- 10:00 not an action
`);
  expect(told).toMatchObject({
    impact: "Ships waited.",
    wentWell: ["Seen at once,\nby two"],
    wentBadly: ["No oil"],
    gotLucky: ["It was calm"],
    factors: [{ id: "f1", kind: "latent", text: "Wind\n- from the north" }],
    actions: [
      { id: "a1", status: "done", tracker: "https://example.org/lamps/issues/5" },
      { id: "a2", status: "open", text: "Write it down" },
    ],
  });
  expect(told.actions).toHaveLength(2);
});

test("a part that begins with its name in bold is told too", () => {
  const text =
    "- **Impact**:\n  - Ships waited\n  - 3 of them\n\n- **Context**: fog\n\n- **Review actions**:\n  - Buy oil\n  - Write it down\n";
  const told = partsTold(text);
  expect(told.impact).toBe("Ships waited\n\n3 of them");
  expect(told.actions?.map(({ text: said }) => said)).toEqual(["Buy oil", "Write it down"]);
});
