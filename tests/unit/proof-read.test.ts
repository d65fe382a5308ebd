import { describe, expect, test } from "vitest";
import { entryDocument } from "@/lib/entry/input";
import type { Decision } from "@/lib/sanitise/input";
import { isNear } from "@/lib/sanitise/near";
import { proofRead } from "@/lib/sanitise/proof-read";
import { relative } from "@/lib/sanitise/relative";
import { relativeText } from "@/lib/sanitise/relative-text";

const hidden = (term: string, kind: Decision["kind"] = "word"): Decision => ({ kind, term, deed: "mask", instead: "" });
const traces = (text: string, ...decisions: Decision[]) =>
  proofRead([text], decisions).map(({ form, found }) => `${form} ${found}`);
const b64 = (text: string) => Buffer.from(text).toString("base64");

describe("the proof-read finds what was hidden", () => {
  test.each([
    ["as it was", "x zanzibar y", "exact Zanzibar"],
    ["inside another word", "oldzanzibarhost", "exact Zanzibar"],
    ["in base64", `a ${b64("Zanzibar")} b`, "base64"],
    ["in base64, one byte later", `a ${b64("xZanzibar!")} b`, "base64"],
    ["in base64, two bytes later", `a ${b64("--Zanzibar-and-more")} b`, "base64"],
    ["in hex", `5a 7a616e7a69626172`, "hex 7a616e7a69626172"],
    ["in escaped hex", "\\x7a\\x61\\x6e\\x7a\\x69\\x62\\x61\\x72", "hex"],
    ["percent-encoded, letter by letter", "%7a%61%6e%7a%69%62%61%72", "hex"],
    ["backwards", "rabiznaz", "reversed rabiznaz"],
    ["with something invisible in it", "zan\u200dzi\u00adbar", "disguised"],
    ["in letters of another script", "zаnzibаr", "disguised"],
    ["in wide letters", "ｚａｎｚｉｂａｒ", "disguised"],
    ["as entities", "&#122;anziba&#x72;", "disguised"],
    ["with one letter missing", "the zanzbar box", "near zanzbar"],
    ["with two letters changed about", "the zanizbar box", "near zanizbar"],
  ])("%s", (_how, text, trace) => {
    expect(traces(text, hidden("Zanzibar")).join("; ")).toContain(trace);
  });

  test("with other separators, and in an address", () => {
    expect(traces("db_prod_blue", hidden("db-prod-blue", "host")).join()).toContain("squeezed");
    expect(traces("q=Big%20Corp%26Co", hidden("Big Corp&Co", "customer")).join()).toContain("url");
  });

  test("by a part that tells enough", () => {
    expect(
      traces("Doe did it, on bluewhale", hidden("Jane Doe", "person"), hidden("bluewhale.corp.acme.io", "host")),
    ).toEqual(["part doe", "part bluewhale"]);
  });

  test("and nothing in a copy that is clean", () => {
    const decisions = [
      hidden("Jane Doe", "person"),
      hidden("web-07", "host"),
      hidden("bo", "person"),
      hidden("OPS-4711", "ticket"),
    ];
    expect(
      traces("person-1 saw that host-1.example was gone, about noon; see ticket-1 in production", ...decisions),
    ).toEqual([]);
  });

  test("not what is kept, nor what is said instead", () => {
    const kept: Decision = { kind: "host", term: "acme", deed: "keep", instead: "" };
    expect(traces("acme", kept, hidden("acme.corp", "host"))).toEqual([]);
    expect(traces("bank", { ...hidden("Blank Bank", "customer"), deed: "generalise", instead: "bank" })).toEqual([]);
  });
});

test("near is one step, and the same is not near", () => {
  expect([isNear("jonson", "jonsson"), isNear("jonsen", "jonson"), isNear("ab", "ba")]).toEqual([true, true, true]);
  expect([isNear("jonson", "jonson"), isNear("jensen", "jonson"), isNear("a", "abc")]).toEqual([false, false, false]);
});

describe("relative time", () => {
  const time = (at: string, precision = "minute") => ({ at, precision, text: at });
  const document = entryDocument.parse({
    kind: "postmortem",
    title: "Outage of 5 March 2024",
    zone: "Europe/Berlin",
    supportHours: { days: [1], from: "09:00", to: "17:00" },
    times: { started: time("2024-03-05T14:00:00+01:00"), resolved: time("2024-03-06T15:30:00+01:00") },
    timeline: [
      { id: "a", at: time("2024-03-05T13:50:00+01:00"), text: "At 14:12 we looked; by 2024-03-05 14:20 it was over" },
      { id: "b", at: time("2024-03-07T00:00:00+01:00", "day"), text: "x", until: time("2024-03-07T10:00:00+01:00") },
    ],
    body: "| 14:05 | seen |\n| 2024-03-06 | 13:30 UTC | over |\nOn Tuesday, March 5th. Reviewed in April 2024. Took 0:45 h.",
    actions: [{ id: "x", text: "Alert", dueOn: "2024-04-01" }],
  });
  const copy = relative(document);

  test("no date is left, and every duration is what it was", () => {
    expect(JSON.stringify(copy)).not.toMatch(/2024|March|April|Berlin/);
    expect(copy).toMatchObject({
      title: "Outage of T+0d",
      times: { started: { at: "2000-01-01T00:00:00.000Z", text: "T+00:00" }, resolved: { text: "T+1d 01:30" } },
      timeline: [
        { at: { text: "T-00:10" }, text: "At T+00:12 we looked; by T+00:20 it was over" },
        { at: { text: "T+1d" }, until: { text: "T+1d 20:00" } },
      ],
      actions: [{ dueOn: null }],
      zone: null,
      supportHours: null,
    });
    expect(entryDocument.safeParse(copy).success).toBe(true);
  });

  test("in prose and tables too; what is a duration stays one", () => {
    expect(copy.body).toBe("| T+00:05 | seen |\n| T+1d | T+00:30 | over |\nOn T+0d. Reviewed in date. Took 0:45 h.");
  });

  test("without a beginning dates are hidden all the same", () => {
    expect(relativeText("On 2024-03-05 at 14:00, after 5 March", null)).toBe("On date, after date");
    expect(relativeText("3:10 PM UTC", { at: Date.UTC(2024, 2, 5, 15), offsetMinutes: 0 })).toBe("T+00:10");
  });
});
