import { expect, test } from "vitest";
import { enter } from "@/lib/db/enter";
import { performInOrg } from "@/lib/db/enter-org";
import { enterSpace } from "@/lib/db/enter-space";
import { perform } from "@/lib/db/perform";
import { env } from "@/lib/env";
import { forgetMail } from "@/lib/jobs/pending-mail";
import { removeFromOrg } from "@/lib/org/commands/members";
import { purgeNow } from "@/lib/retention/commands";
import { erasePerson, ownData } from "@/lib/retention/own-data";
import { purge } from "@/lib/retention/purge";
import { anOrgSpace, aPersonalSpace, type Reader, spaceOf } from "@/tests/support/a-space";
import { anEvent } from "@/tests/support/an-event";
import { columnsThatSay } from "@/tests/support/as-owner";

const means = { secret: env().TWOFEET_SECRET, forgetMail: (words: string[]) => forgetMail(env().TWOFEET_DATA, words) };

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

test("a day that keeps its outcomes keeps its entries, by nobody; one that keeps nothing keeps none", async () => {
  for (const keeps of ["outcomes", "nothing"] as const) {
    const event = await anEvent({ name: `The inner day ${crypto.randomUUID()}`, visibility: "private" });
    const host: Reader = { space: await spaceOf(event.host.userId, "event"), userId: event.host.userId };
    const [draft, done] = [await write(host, `draft ${event.id}`), await write(host, `done ${event.id}`)];
    await enterSpace(host, "owner", ({ tx }) =>
      tx.entry.updateMany({ where: { id: done }, data: { status: "final" } }),
    );
    const { name } = await enter(event.host, "host", async (scope) => scope.event);
    await perform(purgeNow, event.host, { name, keeps });
    const receipt = await purge(event.id, means);
    expect(receipt?.before).toMatchObject({ "lib_priv.entry": 2, "lib_priv.entry_revision": 2 });
    expect(await columnsThatSay([`draft ${event.id}`, draft])).toEqual([]);
    const found = await columnsThatSay([`done ${event.id}`]);
    if (keeps === "nothing") expect([receipt?.left, found]).toEqual([{}, []]);
    else expect(found).toContain("entry.document");
    if (keeps === "outcomes") expect(await authorsIn(host)).toEqual([null, null]);
  }
});

const authorsIn = (host: Reader) =>
  enterSpace(host, "reader", async ({ tx }) => {
    const [entry, revision] = [await tx.entry.findFirstOrThrow(), await tx.entryRevision.findFirstOrThrow()];
    return [entry.createdById, revision.authorId];
  });
