import { expect, test } from "vitest";
import { anchorOf, findAgain, plainOf } from "@/lib/comment/rules";

const text = plainOf(`# What happened

The **queue** grew for [two hours](https://example.org) before anybody looked. We restarted the worker.

- The alert was muted
- The runbook was old

Later the queue grew again, and the worker was restarted by hand.`);

function anchored(quote: string) {
  const anchor = anchorOf(text, quote);
  if (!anchor) throw new Error("not in the text");
  return anchor;
}

test("a passage is what the reader saw: marks of Markdown do not count", () => {
  expect(anchorOf(text, "queue grew for two hours")?.quote).toBe("queue grew for two hours");
  expect(anchorOf(text, "The **queue** grew\nfor")?.quote).toBe("The queue grew for");
  expect(anchorOf(text, "snake_case")).toBeNull();
  expect(plainOf("a snake_case_name and 2 * 3")).toBe("a snake_case_name and 2 * 3");
});

test("it is found again when the text around it is edited", () => {
  const edited = text.replace("What happened", "The morning").replace("Later", "At noon");
  expect(findAgain(edited, anchored("The alert was muted"))).toMatchObject({
    state: "there",
    text: "The alert was muted",
  });
});

test("of two that read the same it is the one with the same neighbours", () => {
  const anchor = { quote: "queue grew", prefix: "Later the ", suffix: " again, and" };
  const found = findAgain(text, anchor);
  expect(found.state === "there" && found.after.startsWith(" again")).toBe(true);
});

test("when it was edited itself, what stands there now is said to be changed", () => {
  const edited = text.replace("The alert was muted", "The alert had been muted for a week");
  expect(findAgain(edited, anchored("The alert was muted"))).toMatchObject({ state: "changed" });
  const between = findAgain(edited, anchored("The alert was muted"));
  expect(between.state === "changed" && between.text).toContain("had been muted for a week");
});

test("when it moved and changed a little it is still found", () => {
  const moved = `Quite another beginning. The worker was then restarted by hand, at last. ${"More words follow. ".repeat(20)}`;
  expect(findAgain(moved, anchored("the worker was restarted by hand"))).toMatchObject({ state: "changed" });
});

test("when it is gone that is said", () => {
  expect(findAgain("Something else entirely, about cats and their naps.", anchored("The alert was muted"))).toEqual({
    state: "gone",
  });
  expect(findAgain("", anchored("The alert was muted"))).toEqual({ state: "gone" });
});
