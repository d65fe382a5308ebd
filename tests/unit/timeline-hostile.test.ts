import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";
import { postmortemDocument } from "@/lib/postmortem/input";
import { statedDurations } from "@/lib/stated/rules";

const whole = (text: string) => {
  const { timeline, times, zone } = readPostmortem(text);
  return postmortemDocument.parse({ kind: "postmortem", title: "x", body: text, timeline, times, zone });
};

describe("what is hostile", () => {
  test("stays text in an event", () => {
    const text =
      "## Timeline\n\n- 2030-03-02 10:00 <% system('id') %> {{ 7*7 }} <script>alert(1)</script> &amp; <http://x>\n";
    expect(whole(text).timeline[0]?.text).toBe(
      "<% system('id') %> {{ 7*7 }} <script>alert(1)</script> &amp; <http://x>",
    );
  });

  test.each([
    ["digits", "1".repeat(300_000)],
    ["times", "10:00 ".repeat(50_000)],
    ["dates", "2030-03-02 ".repeat(30_000)],
    ["bars", `|${"|".repeat(300_000)}`],
    ["brackets", "[".repeat(300_000)],
    ["stars", `- ${"*".repeat(300_000)}`],
    ["spaces", `a${" ".repeat(300_000)}[10:00`],
    ["words", "At ".repeat(100_000)],
    ["months", "march ".repeat(50_000)],
    ["comments", "<!--".repeat(80_000)],
    ["headings", "## 10:00\n".repeat(30_000)],
    ["days", "### 2030-03-02\n".repeat(4_000)],
    ["rows", `## Timeline\n${"| 10:00 | x |\n".repeat(30_000)}`],
    ["quotes", ">".repeat(300_000)],
    ["sentences", "A. B. C. At 10:00 UTC. ".repeat(12_000)],
    ["names", `${"Wick ".repeat(60_000)}10:00 AM`],
  ])("no amount of %s takes long", { timeout: 20_000 }, (_what, text) => {
    const begun = performance.now();
    whole(`# T\n\n${text}`);
    statedDurations(text);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test("whatever is written, what is found is a document", () => {
    const bit = fc.constantFrom(
      "10:00",
      "2030-13-45",
      "2030-02-30",
      "24:59",
      "T+9999",
      "| ",
      "\n",
      "- ",
      "## ",
      "UTC",
      "PST",
      " ",
      "May",
      "0",
      "99:99",
      "…",
      "\u0000",
      "\u202e",
      "-",
      "Timeline",
      "?",
      "```",
      ">",
    );
    const text = fc.array(fc.oneof(bit, fc.string({ maxLength: 5 })), { maxLength: 60 }).map((bits) => bits.join(" "));
    fc.assert(
      fc.property(text, (written) => {
        whole(`## Timeline\n\n${written.replaceAll(" \n ", "\n")}`);
      }),
      { numRuns: 400 },
    );
  });
});

const folder = "../shared/data/postmortems";

describe.skipIf(!existsSync(folder))("real ones (skipped: ../shared/data is not here)", () => {
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"))
    : [];

  test.each(files)("%s has a timeline, and every time it dates is of its years", (name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    const { timeline } = readPostmortem(text, { name });
    expect(timeline.length).toBeGreaterThan(0);
    const years = new Set(timeline.flatMap(({ at }) => (at.at ? [at.at.slice(0, 4)] : [])));
    expect([...years].filter((year) => !text.includes(year) && !name.includes(year))).toEqual([]);
    expect(timeline.filter(({ at, text: said }) => !said || (at.at === null && at.precision !== "unknown"))).toEqual(
      [],
    );
  });
});
