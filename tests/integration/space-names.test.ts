import { expect, test } from "vitest";
import { askSpace, enterSpace, performInSpace, type SpaceScope } from "@/lib/db/enter-space";
import { viewEntry, viewHistory } from "@/lib/entry/queries/entry";
import { grantRight } from "@/lib/space/commands";
import { namesIn } from "@/lib/space/names";
import { viewRights } from "@/lib/space/queries";
import { anEntry } from "@/tests/support/a-published";
import { anOrgSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

const many = 5_000;

/** A company of five thousand. */
async function crowded() {
  const space = await anOrgSpace();
  const ann = await space.as();
  const id = await anEntry(ann, { title: "Of one among many" });
  await asOwner((owner) =>
    owner.query(
      `with made as (insert into "user" (name) select 'Person ' || n from generate_series(1, ${many}) n returning id, name)
       insert into org_member (org_id, user_id, name) select $1, id, name from made`,
      [space.org.id],
    ),
  );
  return { space, ann, id };
}

const took = async (work: () => Promise<unknown>) => {
  const times: number[] = [];
  for (let nth = 0; nth < 5; nth++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[2] ?? 0;
};

test("among five thousand members, names are asked for of those alone who are shown", async () => {
  const { space, ann, id } = await crowded();
  const seen = await askSpace(viewEntry, ann, { id });
  expect([seen.entry.createdBy, seen.lastBy]).toEqual(["Some member", "Some member"]);
  expect((await askSpace(viewHistory, ann, { id })).revisions.map(({ by }) => by)).toEqual(["Some member"]);
  const stranger = (await space.asStranger()).userId;
  const names = await enterSpace(ann, "reader", (scope) => namesIn(scope, [ann.userId, stranger, null, ann.userId]));
  expect([...names.keys()]).toEqual([ann.userId]);
  const right = { role: "editor" as const };
  await performInSpace(grantRight, space.owner, { userId: ann.userId, ...right });
  const no = performInSpace(grantRight, space.owner, { userId: stranger, ...right });
  await expect(no).rejects.toMatchObject({ reason: "not-found" });
  const inSpace = (work: (scope: SpaceScope) => Promise<unknown>) => took(() => enterSpace(ann, "reader", work));
  const few = await inSpace((scope) => namesIn(scope, [ann.userId]));
  const all = await inSpace(({ tx, space: { id: of } }) => tx.$queryRaw`select * from space_people(${of}::int)`);
  expect(few).toBeLessThan(all / 2);
  expect((await askSpace(viewRights, space.owner, { sought: "person" })).people.length).toBeLessThan(200);
});

test("nobody is told who is in a space that they have not entered", async () => {
  const [space, other] = [await anOrgSpace(), await anOrgSpace()];
  const id = await enterSpace(space.owner, "reader", async (scope) => scope.space.id);
  const people = (who: typeof space.owner) =>
    enterSpace(who, "reader", ({ tx }) => tx.$queryRaw<unknown[]>`select * from space_people(${id}::int)`);
  expect([(await people(space.owner)).length, (await people(other.owner)).length]).toEqual([1, 0]);
});
