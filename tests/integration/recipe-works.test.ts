import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { askSpace, enterPublic, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { releaseVersion } from "@/lib/version/commands";
import { declareUse, reportWorks, reportWorksHere, takeBackWorks, takeBackWorksHere } from "@/lib/works/commands";
import { viewPublicWorks, viewWorksHere } from "@/lib/works/queries";
import { aPublished } from "@/tests/support/a-published";
import { aRecipe } from "@/tests/support/a-recipe";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { aUser } from "@/tests/support/an-event";
import { anOrg } from "@/tests/support/an-org";
import { asOwner } from "@/tests/support/as-owner";

const said = (environment: string, outcome: "works" | "works-with-changes" | "fails", note = "") => ({
  ...{ version: "1.0.0", environment, outcome, note },
});
const no = (reason: string) => ({ reason });
const matrix = async (slug: string, userId: string | null = null) => (await viewPublicWorks(slug, userId)).matrix;

test("three people, three environments, one matrix; saying it again replaces it, and one may take it back", async () => {
  const { slug, id } = await aPublished();
  const [ann, bob, cem] = [await aUser(), await aUser(), await aUser()];
  await reportWorks(ann, id, said("Kubernetes v1.29.3, RHEL 9", "works"));
  await reportWorks(bob, id, said("rhel 9,  kubernetes 1.29", "works-with-changes", "Needs --wait."));
  await reportWorks(cem, id, said("Debian 12", "fails"));
  const { environments, rows } = await matrix(slug);
  expect(environments).toHaveLength(2);
  expect(rows[0]?.cells[0]).toMatchObject({ outcome: "works-with-changes", notes: ["Needs --wait."], age: "fresh" });
  expect(rows[0]?.cells[0]?.counts).toEqual({ works: 1, "works-with-changes": 1, fails: 0 });
  await reportWorks(bob, id, said("RHEL 9, Kubernetes 1.29", "works"));
  expect((await matrix(slug)).rows[0]?.cells[0]?.counts).toEqual({ works: 2, "works-with-changes": 0, fails: 0 });
  const [own] = (await viewPublicWorks(slug, cem)).own;
  expect(own).toMatchObject({ version: "1.0.0", outcome: "fails" });
  await takeBackWorks(cem, id, { version: "1.0.0", envKey: own?.envKey ?? "" });
  expect((await matrix(slug)).environments).toHaveLength(1);
  await takeBackWorks(cem, id, { version: "1.0.0", envKey: "kubernetes 1.29, rhel 9" });
  expect((await matrix(slug)).rows[0]?.cells[0]?.counts.works).toBe(2);
});

test("what was said a year ago is old", async () => {
  const { slug, id } = await aPublished();
  await reportWorks(await aUser(), id, said("Debian 12", "works"));
  const put = (days: number) =>
    asOwner((owner) =>
      owner.query("update lib_pub.works_report set at = now() - $1 * interval '1 day' where entry_id = $2", [days, id]),
    );
  await put(100);
  expect((await matrix(slug)).rows[0]?.cells[0]?.age).toBe("ageing");
  await put(400);
  expect((await matrix(slug)).rows[0]?.cells[0]?.age).toBe("old");
});

test("nobody reports on what is not released, was withdrawn or yanked, nor a stranger, nor a hundred times a day", async () => {
  const { slug, id } = await aPublished();
  const ann = await aUser();
  await expect(reportWorks(null, id, said("Debian 12", "works"))).rejects.toMatchObject(no("not-signed-in"));
  await expect(reportWorks(ann, id, { ...said("Debian 12", "works"), version: "7.0.0" })).rejects.toMatchObject(
    no("not-found"),
  );
  await expect(reportWorks(ann, id, said(" ", "works"))).rejects.toMatchObject({
    fields: { environment: ["environment-missing"] },
  });
  await asOwner((owner) =>
    owner.query(
      `insert into lib_pub.works_report (entry_id, version, user_id, env_key, env, outcome)
      select $1, '1.0.0', $2, 'host ' || n, '[]', 'works' from generate_series(1, 100) n`,
      [id, ann],
    ),
  );
  await expect(reportWorks(ann, id, said("Debian 13", "works"))).rejects.toMatchObject(no("too-many-reports"));
  await asOwner((owner) => owner.query("update lib_pub.pub_version set yanked_at = now() where entry_id = $1", [id]));
  await expect(reportWorks(await aUser(), id, said("Debian 12", "works"))).rejects.toMatchObject(no("not-found"));
  await asOwner((owner) => owner.query("update lib_pub.pub_entry set withdrawn_at = now() where id = $1", [id]));
  await expect(viewPublicWorks(slug, ann)).rejects.toMatchObject(no("not-found"));
});

test("who said it is read by nobody, neither the public role nor the app; only its function writes", async () => {
  const { id } = await aPublished();
  await reportWorks(await aUser(), id, said("Debian 12", "works"));
  await expect(enterPublic((tx) => tx.$queryRaw`select user_id from lib_pub.works_report`)).rejects.toThrow(
    /permission denied/,
  );
  for (const statement of [
    "select user_id from lib_pub.works_report",
    "select * from lib_pub.production_use",
    "update lib_pub.works_report set outcome = 'fails'",
    "delete from lib_pub.works_report",
    "insert into lib_pub.production_use (entry_id, org_id, version) values (gen_random_uuid(), gen_random_uuid(), '1')",
  ])
    await expect(prisma().$executeRawUnsafe(statement), statement).rejects.toThrow(/permission denied/);
});

test("a company's use is checked against membership, and shown once an owner says so, and no longer than that", async () => {
  const { slug, id } = await aPublished();
  const org = await anOrg("Harbour Works");
  const member = await org.as("member");
  const use = (userId: string, says: "used" | "ended" | "shown" | "hidden") =>
    declareUse(userId, id, { org: org.id, version: "1.0.0", says });
  const names = async () => (await viewPublicWorks(slug, null)).usedBy.map(({ name }) => name);

  for (const stranger of [await aUser(), (await anOrg()).owner.userId])
    await expect(use(stranger, "used")).rejects.toMatchObject(no("not-found"));
  await use(member.userId, "used");
  expect(await names()).toEqual([]);
  await expect(use(member.userId, "shown")).rejects.toMatchObject(no("forbidden"));
  await use(org.owner.userId, "shown");
  expect(await names()).toEqual(["Harbour Works"]);
  expect((await viewPublicWorks(slug, member.userId)).companies).toMatchObject([{ version: "1.0.0", is_shown: true }]);
  expect((await viewPublicWorks(slug, await aUser())).companies).toEqual([]);
  await use(org.owner.userId, "hidden");
  expect(await names()).toEqual([]);
  await use(member.userId, "ended");
  expect((await viewPublicWorks(slug, member.userId)).companies).toMatchObject([{ version: null }]);
});

test("what members say of their own recipe stays in the space", async () => {
  const [space, other] = [await anOrgSpace(), await anOrgSpace()];
  const member = await space.as();
  const id = await aRecipe(member);
  await performInSpace(releaseVersion, space.owner, { id, version: "1.0.0" });
  await performInSpace(reportWorksHere, member, { id, ...said("Debian 12", "works") });
  await performInSpace(reportWorksHere, space.owner, { id, ...said("Debian 12", "fails") });
  const seen = await askSpace(viewWorksHere, member, { id });
  expect(seen.matrix.rows[0]?.cells[0]?.counts).toEqual({ works: 1, "works-with-changes": 0, fails: 1 });
  expect(seen.own).toHaveLength(1);
  await performInSpace(takeBackWorksHere, member, { id, version: "1.0.0", envKey: "debian 12" });
  expect((await askSpace(viewWorksHere, member, { id })).own).toEqual([]);
  const stranger = { ...other.owner, space: space.space };
  await expect(performInSpace(reportWorksHere, stranger, { id, ...said("Debian 12", "works") })).rejects.toMatchObject(
    no("not-found"),
  );
  await expect(
    performInSpace(reportWorksHere, other.owner, { id, ...said("Debian 12", "works") }),
  ).rejects.toMatchObject(no("not-found"));
  const ann = await aPersonalSpace();
  expect(await enterSpace(ann, "reader", ({ tx }) => tx.worksHere.count())).toBe(0);
});

test("with an account go its reports, and what a company said stays the company's", async () => {
  const { slug, id } = await aPublished();
  const org = await anOrg("Quiet Quay");
  const member = await org.as("member");
  await reportWorks(member.userId, id, said("Debian 12", "works"));
  await declareUse(member.userId, id, { org: org.id, version: "1.0.0", says: "used" });
  await declareUse(org.owner.userId, id, { org: org.id, says: "shown" });
  await prisma().$queryRaw`select erase_person(${member.userId}::uuid)`;
  const left = await viewPublicWorks(slug, null);
  expect(left.matrix.environments).toEqual([]);
  expect(left.usedBy.map(({ name }) => name)).toEqual(["Quiet Quay"]);
});
