import { expect, test } from "vitest";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { beginEntry, entryOf } from "@/lib/entry/save";
import { saveActions, saveFactors, saveImpact, saveLessons, saveTimeline, saveTimes } from "@/lib/incident/commands";
import { importTimeline, previewTimeline } from "@/lib/incident/paste";
import { viewPostmortem } from "@/lib/incident/queries";
import { type PostmortemDocument, postmortemDocument } from "@/lib/postmortem/input";
import { recipeDocument } from "@/lib/recipe/input";
import { anOrgSpace, aPersonalSpace, type Reader } from "@/tests/support/a-space";

const begin = (owner: Reader, told: Partial<PostmortemDocument> = {}) =>
  enterSpace(owner, "contributor", (scope) =>
    beginEntry(scope, { document: postmortemDocument.parse({ kind: "postmortem", title: "Dark", ...told }) }),
  );
const read = async (owner: Reader, id: string) => (await askSpace(viewPostmortem, owner, { id })).document;
const headOf = async (owner: Reader, id: string) => (await askSpace(viewPostmortem, owner, { id })).revision;

const pasted = "2030-03-02 10:00 CET lamps lit\n2030-03-02 10:05 CET alert: dark\n2030-03-02 10:20 CET light again\n";

test("a pasted timeline is shown without being kept, then added, once for each revision", async () => {
  const owner = await aPersonalSpace();
  const id = await begin(owner);
  const shown = await askSpace(previewTimeline, owner, { id, base: 1, text: pasted });
  expect(shown).toMatchObject({ style: "lines", zone: "Etc/GMT-1" });
  expect(await headOf(owner, id)).toBe(1);

  await performInSpace(importTimeline, owner, { id, base: 1, text: pasted });
  const { timeline, zone } = await read(owner, id);
  expect(zone).toBe("Etc/GMT-1");
  expect(timeline.map(({ id: key, at, marker }) => [key, at.at, marker])).toEqual([
    ["e1", "2030-03-02T10:00:00+01:00", "other"],
    ["e2", "2030-03-02T10:05:00+01:00", "detection"],
    ["e3", "2030-03-02T10:20:00+01:00", "other"],
  ]);

  await performInSpace(importTimeline, owner, { id, base: 2, text: "10:10 oil found\n", day: "2030-03-02" });
  const more = (await read(owner, id)).timeline;
  expect(more.map(({ id: key }) => key)).toEqual(["e1", "e2", "e4", "e3"]);
  await expect(performInSpace(importTimeline, owner, { id, base: 3, text: "nothing" })).rejects.toMatchObject({
    reason: "no-timeline",
  });
});

test("with nothing pasted, the text of the post-mortem itself is read, and its times are taken", async () => {
  const owner = await aPersonalSpace();
  const body = "- First detected 2030-03-02 10:05\n- Resolved 2030-03-02 11:00\n";
  const id = await begin(owner, {
    body,
    times: { detected: { at: "2030-03-02T10:04:00Z", precision: "minute", bound: "exact", text: "" } },
  });
  await performInSpace(importTimeline, owner, { id, base: 1 });
  const { times, timeline } = await read(owner, id);
  expect(timeline).toHaveLength(2);
  // what a person said before stands
  expect([times.detected?.at, times.resolved?.at]).toEqual(["2030-03-02T10:04:00Z", "2030-03-02T11:00:00Z"]);
});

test("times are typed as one says them, and what nobody touched keeps its first words", async () => {
  const owner = await aPersonalSpace();
  const started = { at: "2030-03-02T10:00:00Z", precision: "minute" as const, bound: "about" as const, text: "10ish" };
  const id = await begin(owner, { times: { started } });
  const typed = { id, base: 1, started: "~2030-03-02 10:00", resolved: "11:30", mitigated: "when the oil came" };
  await performInSpace(saveTimes, owner, { ...typed, zone: "UTC", severity: "2", detection: "alert" } as never);
  expect(await read(owner, id)).toMatchObject({
    zone: "UTC",
    severity: 2,
    times: {
      started,
      resolved: { at: "2030-03-02T11:30:00Z", precision: "minute", text: "11:30" },
      mitigated: { at: null, precision: "unknown", text: "when the oil came" },
    },
  });
});

test("rows that the form did not show stay; a row whose words are emptied goes; a new one finds its place", async () => {
  const owner = await aPersonalSpace();
  const id = await begin(owner);
  await performInSpace(importTimeline, owner, { id, base: 1, text: pasted });
  const row = { marker: "other", at: "2030-03-02 10:00", id: "e1", text: "lamps lit at dusk" };
  const rows = { 0: row, 1: { ...row, id: "e2", text: " " }, 5: { ...row, id: "", at: "10:02", text: "wind" } };
  await performInSpace(saveTimeline, owner, { id, base: 2, timeline: rows, shown: "e1,e2" } as never);
  const { timeline } = await read(owner, id);
  expect(timeline.map(({ at, text }) => `${at.at} ${text}`)).toEqual([
    "2030-03-02T10:00:00+01:00 lamps lit at dusk",
    "2030-03-02T10:02:00+01:00 wind",
    "2030-03-02T10:20:00+01:00 light again",
  ]);
  expect(new Set(timeline.map(({ id: key }) => key)).size).toBe(3);
});

test("factors name events by their numbers, lessons have a line each, numbers have units, actions a day when done", async () => {
  const owner = await aPersonalSpace();
  const id = await begin(owner);
  await performInSpace(importTimeline, owner, { id, base: 1, text: pasted });
  const factors = { 0: { id: "", kind: "latent", text: "no oil", events: "1, 3, 9" } };
  await performInSpace(saveFactors, owner, { id, base: 2, factors } as never);
  await performInSpace(saveLessons, owner, { id, base: 3, wentWell: "- seen\r\n  at once\r\n\r\nmended\r\n" });
  const impactNumbers = { 0: { name: "ships", value: "3,5", unit: "h" }, 1: { name: "", value: "", unit: "" } };
  await performInSpace(saveImpact, owner, { id, base: 4, impact: "ships waited", impactNumbers } as never);
  const action = { id: "", text: "buy oil", type: "prevent", status: "done", owner: "keeper" };
  await performInSpace(saveActions, owner, { id, base: 5, actions: { 0: action } } as never);
  const document = await read(owner, id);
  expect(document).toMatchObject({
    factors: [{ id: "f1", kind: "latent", events: ["e1", "e3"] }],
    wentWell: ["seen\nat once", "mended"],
    impact: "ships waited",
    impactNumbers: [{ name: "ships", value: 3.5, unit: "h" }],
    actions: [{ id: "a1", status: "done", doneOn: new Date().toISOString().slice(0, 10) }],
  });
});

test("two who change different parts at once both keep theirs; of the same row one is told", async () => {
  const space = await anOrgSpace();
  const [ann, bob] = [await space.as("contributor"), await space.as("contributor")];
  const id = await begin(ann);
  await performInSpace(saveLessons, ann, { id, base: 1, wentWell: "seen" });
  await performInSpace(saveImpact, bob, { id, base: 1, impact: "ships waited" });
  expect(await read(ann, id)).toMatchObject({ wentWell: ["seen"], impact: "ships waited" });
  await expect(performInSpace(saveImpact, ann, { id, base: 1, impact: "nobody noticed" })).rejects.toMatchObject({
    reason: "entry-conflict",
  });
});

test("who may only read writes nothing, and a recipe is no post-mortem", async () => {
  const space = await anOrgSpace();
  const id = await begin(space.owner);
  const recipe = await enterSpace(space.owner, "editor", (scope) =>
    beginEntry(scope, { document: recipeDocument.parse({ kind: "recipe", title: "Oil" }) }),
  );
  const stranger = await space.asStranger();
  for (const command of [saveLessons, saveImpact, importTimeline]) {
    await expect(performInSpace(command as typeof saveLessons, stranger, { id, base: 1 })).rejects.toMatchObject({
      reason: "not-found",
    });
    await expect(
      performInSpace(command as typeof saveLessons, space.owner, { id: recipe, base: 1 }),
    ).rejects.toMatchObject({ reason: "not-found" });
  }
  await expect(askSpace(viewPostmortem, stranger, { id })).rejects.toMatchObject({ reason: "not-found" });
  const other = await aPersonalSpace();
  await expect(askSpace(viewPostmortem, other, { id })).rejects.toMatchObject({ reason: "not-found" });
  await enterSpace(space.owner, "reader", async (scope) => expect((await entryOf(scope, id)).revision).toBe(1));
});
