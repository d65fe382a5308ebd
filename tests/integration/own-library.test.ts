import { expect, test } from "vitest";
import { performInOrg } from "@/lib/db/enter-org";
import { enterSpace } from "@/lib/db/enter-space";
import { removeFromOrg } from "@/lib/org/commands/members";
import { erasePerson, ownData } from "@/lib/retention/own-data";
import { anOrgSpace, aPersonalSpace, type Reader } from "@/tests/support/a-space";

const document = (title: string) => ({ kind: "recipe", title, body: `All of ${title}` });

const write = (reader: Reader, title: string) =>
  enterSpace(reader, "contributor", async ({ tx, space: { id: spaceId } }) => {
    const data = { spaceId, kind: "recipe" as const, document: document(title), createdById: reader.userId };
    const entry = await tx.entry.create({ data });
    const revision = { spaceId, entryId: entry.id, no: 1, document: document(title), authorId: reader.userId };
    await tx.entryRevision.create({ data: revision });
    return entry.id;
  });

test("people take along what they wrote in the library, and a removed one nothing of the company's", async () => {
  const space = await anOrgSpace();
  const person = await space.as();
  await write(person, "the turbine of the company");
  expect(JSON.stringify(await ownData(person.userId))).toContain("turbine");
  await performInOrg(removeFromOrg, space.org.owner, { id: person.memberId });
  expect(JSON.stringify(await ownData(person.userId))).not.toContain("turbine");
});

test("a person's own space goes with them; what they wrote for a company stays without their name", async () => {
  const own = await aPersonalSpace();
  await write(own, "my own notes");
  const space = await anOrgSpace();
  const person = await space.as();
  const id = await write(person, "Some member fixed the pump");
  await erasePerson(person.userId);
  await erasePerson(own.userId);
  const kept = await enterSpace(space.owner, "reader", ({ tx }) =>
    tx.entry.findFirstOrThrow({ where: { id }, include: { revisions: true } }),
  );
  expect(kept.createdById).toBeNull();
  expect(kept.revisions).toMatchObject([{ authorId: null }]);
  expect(JSON.stringify(kept)).toContain("fixed the pump");
  expect(JSON.stringify(kept)).not.toContain("Some member");
  await expect(enterSpace(own, "reader", async () => null)).rejects.toMatchObject({ reason: "not-found" });
});
