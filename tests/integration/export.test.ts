import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { askSpace, enterSpace } from "@/lib/db/enter-space";
import { entryOf, saveRevision } from "@/lib/entry/save";
import { viewAllForExport, viewForExport } from "@/lib/export/queries";
import { takeFiles } from "@/lib/import/take-files";
import { writeFile } from "@/lib/interop/entry/write-file";
import { aPersonalSpace } from "@/tests/support/a-space";

const text =
  '---\ntitle: "Incident: two"\nweight: 4\n---\n\n# Incident\n\n## Timeline\n\n- 2024-01-02 10:00 UTC it began\n- 10:20 seen\n';

test("what came in as a file goes out as that file, until its fields are changed", async () => {
  const me = await aPersonalSpace();
  const { only } = await takeFiles(me, [{ path: "two.md", bytes: strToU8(text) }]);
  const id = only ?? "";
  const written = async () => {
    const { document, imported } = await askSpace(viewForExport, me, { id });
    return { document, ...writeFile(document, imported) };
  };
  const first = await written();
  expect(first).toMatchObject({ name: "two.md", text });
  expect(first.document).toMatchObject({ kind: "postmortem", timeline: [{ text: "it began" }, { text: "seen" }] });

  const edit = (change: object) =>
    enterSpace(me, "contributor", async (scope) => {
      const { document, revision } = await entryOf(scope, id);
      await saveRevision(scope, { entryId: id, base: revision, document: { ...document, ...change } });
    });
  await edit({ body: "\n# Incident\n\nAnew.\n" });
  expect((await written()).text).toBe('---\ntitle: "Incident: two"\nweight: 4\n---\n\n# Incident\n\nAnew.\n');
  await edit({ title: "Incident three" });
  const whole = await written();
  expect(whole.text).toMatch(/^---\ntwofeet: 1\n/);
  const other = await aPersonalSpace();
  const again = await takeFiles(other, [{ path: "again.md", bytes: strToU8(whole.text) }]);
  const back = await askSpace(viewForExport, other, { id: again.only ?? "" });
  expect(back.document).toEqual(whole.document);
});

test("a space goes out whole, and only its own", async () => {
  const [me, other] = [await aPersonalSpace(), await aPersonalSpace()];
  await takeFiles(me, [{ path: "two.md", bytes: strToU8(text) }]);
  expect(await askSpace(viewAllForExport, me, undefined)).toHaveLength(1);
  expect(await askSpace(viewAllForExport, other, undefined)).toEqual([]);
  await expect(askSpace(viewAllForExport, { ...other, space: me.space }, undefined)).rejects.toMatchObject({
    reason: "not-found",
  });
});
