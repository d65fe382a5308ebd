import { expect, test } from "vitest";
import { anchorOf, plainOf } from "@/lib/comment/rules";
import { passageLink, placeOf } from "@/lib/passage/rules";

const nothing = { prefix: "", suffix: "" };
const saidAt = (text: string, quote: string, near = nothing) => {
  const place = placeOf(text, { quote, ...near });
  return place && text.slice(place.from, place.to);
};

test("a passage is found by its letters, whatever signs and breaks stand between them", () => {
  expect(saidAt("The queue (mq-7)\ngrew, slowly.", "queue mq 7 grew")).toBe("queue (mq-7)\ngrew");
  expect(saidAt("Der Überlauf — naïve Zählung 𝒳 war voll", "naive")).toBeNull();
  expect(saidAt("Der Überlauf — naïve Zählung 𝒳 war voll", "Zählung 𝒳 war")).toBe("Zählung 𝒳 war");
  expect(saidAt("All is well.", "—")).toBeNull();
});

test("what a reader selects on the page is found in what was written, escapes and tables included", () => {
  const plain = plainOf("Costs 5 \\* 3 \\_units\\_\n\n| host | load |\n|---|---|\n| a-1 | 97 % |\n\nDone <now>.");
  expect(anchorOf(plain, "5 * 3 _units_")?.suffix).toMatch(/host load/);
  expect(anchorOf(plain, "load\na-1\n97 %")?.quote).toBe("load a-1 97 %");
  expect(anchorOf(plain, "somewhere else")).toBeNull();
});

test("of several passages that read the same, the one that was selected is meant", () => {
  const plain = "First we waited. Then the pager rang. Later we waited. Then nobody came.";
  const first = anchorOf(plain, "we waited", { prefix: "First ", suffix: ". Then the pager" });
  const second = anchorOf(plain, "we waited", { prefix: "rang. Later ", suffix: ". Then nobody" });
  expect([first?.prefix, second?.prefix]).toEqual(["First ", "First we waited. Then the pager rang. Later "]);
});

test("the link to a passage says its words to a browser without scripts", () => {
  expect(passageLink("/s/a/b", "7", "the re-start, again")).toBe("/s/a/b#passage-7:~:text=the%20re%2Dstart%2C%20again");
  expect(passageLink("", "7", "one two three four five six seven eight nine")).toBe(
    "#passage-7:~:text=one%20two%20three%20four,six%20seven%20eight%20nine",
  );
});
