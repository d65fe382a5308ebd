import { expect, test } from "vitest";
import { enterSpace, performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { entryOf } from "@/lib/entry/save";
import { saveTimeline } from "@/lib/incident/commands";
import type { PostmortemDocument } from "@/lib/postmortem/input";
import { anEntry } from "@/tests/support/a-published";
import { aPersonalSpace } from "@/tests/support/a-space";

const documentOf = (caller: SpaceCaller, id: string) =>
  enterSpace(caller, "reader", async (scope) => (await entryOf(scope, id)).document as PostmortemDocument);

test("an event keeps several links, with what was said of each, and evidence that no form shows", async () => {
  const owner = await aPersonalSpace();
  const [a, b, c] = ["https://a.example/1", "https://b.example/2", "https://c.example/3"];
  const link = (ref: string, text = "") => ({ kind: "link" as const, ref, text });
  const quote = { kind: "quote" as const, ref: "", text: "no space left" };
  const row = { id: "e1", at: { at: null, precision: "unknown", text: "" }, text: "seen" };
  const timeline = [{ ...row, evidence: [link(a, "the graph"), quote, link(b), link("ftp://x", "old")] }];
  const id = await anEntry(owner, { kind: "postmortem", title: "t", timeline });
  const save = (said: string, base: number) => {
    const typed = { id: "e1", at: "", until: "", marker: "other", who: "", text: "seen", link: said };
    return performInSpace(saveTimeline, owner, { id, base, timeline: { 0: typed }, shown: "e1" } as never);
  };
  await expect(save(`${a}\njavascript:alert(1)`, 1)).rejects.toMatchObject({ reason: "invalid-input" });
  await save(`${a}\r\n${c}\r\n${a}`, 1);
  const [event] = (await documentOf(owner, id)).timeline;
  expect(event?.evidence).toEqual([link(a, "the graph"), link(c), quote, link("ftp://x", "old")]);
});
