import { expect, test } from "vitest";
import { enterPublic, performInSpace } from "@/lib/db/enter-space";
import { outside } from "@/lib/db/outside";
import { withdrawPublication } from "@/lib/publication/commands";
import { saySawPublished } from "@/lib/saw/commands";
import { viewSawPublished } from "@/lib/saw/queries";
import { aPublished } from "@/tests/support/a-published";
import { aUser } from "@/tests/support/an-event";

const yes = { saw: "yes" } as const;

test("people say that they saw the same, each once, and take it back; how many is all that anybody is told", async () => {
  const { id } = await aPublished();
  const [ann, bob] = [await aUser(), await aUser()];
  await Promise.all([1, 2, 3].map(() => saySawPublished(ann, id, yes)));
  await saySawPublished(bob, id, yes);
  expect(await viewSawPublished(id, ann)).toEqual({ people: 2, mine: true });
  expect(await viewSawPublished(id, null)).toEqual({ people: 2, mine: false });
  await saySawPublished(ann, id, { saw: "no" });
  expect(await viewSawPublished(id, ann)).toEqual({ people: 1, mine: false });
  expect(await viewSawPublished((await aPublished()).id, bob)).toEqual({ people: 0, mine: false });
});

test("a stranger says nothing, nor anybody of what is not published or no more", async () => {
  const { id, reader, entryId } = await aPublished();
  await saySawPublished(await aUser(), id, yes);
  await expect(saySawPublished(null, id, yes)).rejects.toMatchObject({ reason: "not-signed-in" });
  await expect(saySawPublished(crypto.randomUUID(), id, yes)).rejects.toMatchObject({ reason: "not-signed-in" });
  await expect(saySawPublished(reader.userId, entryId, yes)).rejects.toMatchObject({ reason: "not-found" });
  await performInSpace(withdrawPublication, reader, { entryId, because: "" });
  await expect(saySawPublished(reader.userId, id, yes)).rejects.toMatchObject({ reason: "not-found" });
  expect(await viewSawPublished(id, null)).toEqual({ people: 0, mine: false });
});

test("who it was is nobody's to read, nor to write but through the function", async () => {
  const read = "select user_id from lib_pub.saw_published";
  const write = "insert into lib_pub.saw_published (entry_id, user_id) select id, id from lib_pub.pub_entry";
  for (const sql of [read, write, "delete from lib_pub.saw_published"]) {
    await expect(outside((tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow("permission denied");
    await expect(enterPublic((tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow("permission denied");
  }
});
