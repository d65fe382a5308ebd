import { expect, test } from "vitest";
import { performInOrg } from "@/lib/db/enter-org";
import { askSpace, enterSpace, performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import { addPicture } from "@/lib/entry/commands/picture";
import { beginDraft } from "@/lib/entry/commands/write";
import { listPictures, viewPicture } from "@/lib/entry/queries/picture";
import { removeFromOrg } from "@/lib/org/commands/members";
import { grantRight, revokeRight } from "@/lib/space/commands";
import { listSpaces, spaceOf, viewRights } from "@/lib/space/queries";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { aPng } from "@/tests/support/pictures";

const roleOf = (caller: SpaceCaller) => enterSpace(caller, "reader", async ({ reader }) => reader.role);

test("an owner gives a member a right until a day, and takes it back", async () => {
  const space = await anOrgSpace();
  const ann = await space.as();
  await performInSpace(grantRight, space.owner, { userId: ann.userId, role: "approver", until: "2199-01-31" });
  expect(await roleOf(ann)).toBe("approver");
  const { people } = await askSpace(viewRights, space.owner, undefined);
  expect(people.find(({ userId }) => userId === ann.userId)).toMatchObject({ base: "contributor", extra: "approver" });
  await performInSpace(revokeRight, space.owner, { userId: ann.userId });
  expect(await roleOf(ann)).toBe("contributor");
});

test("who is just in a space is listed for nobody, but found by two letters of the name", async () => {
  const space = await anOrgSpace();
  const approver = await space.as("approver");
  const plain = await space.org.as("member", "Zoë Quill");
  const named = async (sought?: string) => {
    const { people } = await askSpace(viewRights, space.owner, { sought });
    return people.map(({ userId }) => userId);
  };
  const crew = [space.owner.userId, approver.userId];
  expect(await named()).toEqual(crew);
  expect(await named("z")).toEqual(crew);
  expect(await named("QUI")).toEqual([...crew, plain.userId]);
});

test("no right for a day that is over, for a stranger, nor by whoever does not decide here", async () => {
  const space = await anOrgSpace();
  const [ann, approver] = [await space.as(), await space.as("approver")];
  const right = { userId: ann.userId, role: "owner" as const };
  const over = performInSpace(grantRight, space.owner, { ...right, until: "2020-01-01" });
  await expect(over).rejects.toMatchObject({ reason: "day-gone" });
  const { userId } = await space.asStranger();
  const stranger = performInSpace(grantRight, space.owner, { ...right, userId });
  await expect(stranger).rejects.toMatchObject({ reason: "not-found" });
  await expect(performInSpace(grantRight, approver, right)).rejects.toMatchObject({ reason: "forbidden" });
  await expect(askSpace(viewRights, approver, undefined)).rejects.toMatchObject({ reason: "forbidden" });
});

test("whoever was shown out of the company is in none of its lists, and finds none of its spaces", async () => {
  const space = await anOrgSpace();
  const gone = await space.as("approver");
  const orgId = space.org.id;
  expect(await spaceOf(gone.userId, { orgId })).toBe(space.space);
  await performInOrg(removeFromOrg, space.org.owner, { id: gone.memberId });
  const { people } = await askSpace(viewRights, space.owner, undefined);
  expect(people.map(({ userId }) => userId)).not.toContain(gone.userId);
  expect((await listSpaces(gone.userId)).map(({ kind }) => kind)).not.toContain("org");
  await expect(spaceOf(gone.userId, { orgId })).rejects.toMatchObject({ reason: "not-found" });
});

test("a picture is kept once, without what a camera wrote, and shown to those of its space", async () => {
  const [own, other] = [await aPersonalSpace(), await aPersonalSpace()];
  const id = await performInSpace(beginDraft, own, { kind: "recipe", title: "Pictures", body: "" });
  const add = (bytes: Uint8Array<ArrayBuffer>) => performInSpace(addPicture, own, { id, bytes, alt: "Load" });
  const sha256 = await add(aPng("Secret Garden 12"));
  expect(await add(aPng("Another place"))).toBe(sha256);
  expect(await askSpace(listPictures, own, { id })).toEqual([{ sha256, alt: "Load" }]);
  const { mime, bytes } = await askSpace(viewPicture, own, { id, sha256 });
  expect([mime, Buffer.from(bytes).includes("Garden")]).toEqual(["image/png", false]);
  for (const caller of [other, { ...own, userId: other.userId }])
    await expect(askSpace(viewPicture, caller, { id, sha256 })).rejects.toMatchObject({ reason: "not-found" });
  await expect(add(new TextEncoder().encode("<svg/>"))).rejects.toMatchObject({ reason: "bad-picture" });
});
