import { expect, test } from "vitest";
import { enterSpace, performInSpace } from "@/lib/db/enter-space";
import { addPicture, describePicture } from "@/lib/entry/commands/picture";
import { entryOf } from "@/lib/entry/save";
import { besideIn, rewrite } from "@/tests/support/a-beside";
import { anEntry } from "@/tests/support/a-published";
import { anOrgSpace } from "@/tests/support/a-space";
import { aPng } from "@/tests/support/pictures";

test("a picture is described after it came, also where the text shows it without a word; or said to need none", async () => {
  const space = await anOrgSpace();
  const member = await space.as();
  const id = await anEntry(member);
  const sha256 = await performInSpace(addPicture, member, { id, bytes: aPng(""), alt: "" });
  await rewrite(member, id, { body: `![](attachment:${sha256}) ![own](attachment:${sha256})` });
  const say = (said: object, caller = member) =>
    performInSpace(describePicture, caller, { id, sha256, alt: "", ...said });
  await expect(say({})).rejects.toMatchObject({ reason: "invalid-input", fields: { alt: ["too-small"] } });
  await expect(say({ alt: "x" }, await anOrgSpace().then((other) => other.as()))).rejects.toMatchObject({
    reason: "not-found",
  });
  await say({ alt: "A $& dot" });
  expect((await besideIn(member, id)).pictures).toMatchObject([{ alt: "A $& dot" }]);
  const { document } = await enterSpace(member, "reader", (scope) => entryOf(scope, id));
  expect(document.body).toBe(`![A $& dot](attachment:${sha256}) ![own](attachment:${sha256})`);
  await say({ alt: "A dot", decorative: "on" });
  expect((await besideIn(member, id)).pictures).toMatchObject([{ alt: "" }]);
});
