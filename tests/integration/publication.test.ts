import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { enterSpace, performInSpace } from "@/lib/db/enter-space";
import { entryDocument } from "@/lib/entry/input";
import { saveRevision } from "@/lib/entry/save";
import {
  approvePublication,
  requestPublication,
  stopPublication,
  supersedePublication,
  withdrawPublication,
} from "@/lib/publication/commands";
import { published, releasedContent } from "@/lib/publication/queries";
import { anEntry, aPublished, approve, publicationsOf } from "@/tests/support/a-published";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

const no = (reason: string) => ({ reason });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("whoever asked for it cannot approve it; a second person who may approve can, and then it is public", async () => {
  const space = await anOrgSpace();
  const [author, approver] = [await space.as(), await space.as("approver")];
  const entryId = await anEntry(author, { title: "Zürich: the disk is full" });
  const id = await performInSpace(requestPublication, approver, { entryId });
  const [asked] = await publicationsOf(author, entryId);
  const key = { id, digest: asked?.sha256 ?? "" };

  await expect(performInSpace(approvePublication, author, key)).rejects.toMatchObject(no("forbidden"));
  await expect(performInSpace(approvePublication, approver, key)).rejects.toMatchObject(no("second-person-needed"));
  await expect(published("zurich-the-disk-is-full")).rejects.toMatchObject(no("not-found"));
  await performInSpace(approvePublication, space.owner, key);

  const found = await published("zurich-the-disk-is-full");
  expect(found).toMatchObject({
    isGone: false,
    document: { title: "Zürich: the disk is full" },
    version: { receipt: { keys: 2 } },
  });
  await expect(performInSpace(approvePublication, space.owner, key)).rejects.toMatchObject(no("not-found"));
});

test("an approver whose right has ended approves nothing", async () => {
  const space = await anOrgSpace();
  const entryId = await anEntry(space.owner);
  await performInSpace(requestPublication, space.owner, { entryId, slug: "ended-right" });
  const late = await space.as("approver", new Date(Date.now() - 1_000));
  await expect(approve(late, entryId)).rejects.toMatchObject(no("forbidden"));
});

test("what is approved is what was seen: another digest is refused, and an edit afterwards changes nothing", async () => {
  const space = await anOrgSpace();
  const approver = await space.as("approver");
  const entryId = await anEntry(space.owner, { body: "As it was seen." });
  await performInSpace(requestPublication, space.owner, { entryId, slug: "as-it-was-seen" });
  await expect(approve(approver, entryId, "0".repeat(64))).rejects.toMatchObject(no("publication-changed"));
  const document = entryDocument.parse({ kind: "recipe", title: "t", body: "Changed behind their back." });
  await enterSpace(space.owner, "editor", (scope) => saveRevision(scope, { entryId, base: 1, document }));
  await approve(approver, entryId);
  expect(await published("as-it-was-seen")).toMatchObject({ document: { body: "As it was seen." } });
});

test("the app itself can neither approve nor release, whatever it is told", async () => {
  const space = await anOrgSpace();
  const entryId = await anEntry(space.owner);
  await performInSpace(requestPublication, space.owner, { entryId, slug: "only-the-database" });
  for (const set of ["approved_at = now()", "released_at = now()", "document = '{}'", "sha256 = ''"])
    await expect(
      enterSpace(space.owner, "owner", ({ tx }) => tx.$executeRawUnsafe(`update lib_priv.publication set ${set}`)),
    ).rejects.toThrow(/permission denied/);
  const [{ id, spaceId } = { id: "", spaceId: 0 }] = await publicationsOf(space.owner, entryId);
  await expect(prisma().$queryRaw`select lib_priv.release(${spaceId}::int, ${id}::uuid)`).rejects.toThrow(
    /permission denied/,
  );
  // and of a space that was not entered nothing is approved
  const approver = await space.as("approver");
  await expect(
    prisma().$queryRaw`select approve_publication(${spaceId}::int, ${id}::uuid, ${approver.userId}::uuid, 'x')`,
  ).rejects.toThrow(/not entered/);
});

test("two approve at once: it is released once", async () => {
  const space = await anOrgSpace();
  const [one, other] = [await space.as("approver"), await space.as("approver")];
  const entryId = await anEntry(space.owner);
  await performInSpace(requestPublication, space.owner, { entryId, slug: "released-once" });
  const results = await Promise.allSettled([approve(one, entryId), approve(other, entryId)]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the receipt's digest is that of the bytes that can be fetched", async () => {
  const { slug, version } = await aPublished({ body: "Täglich um 3\n" });
  const found = await published(slug);
  const content = await releasedContent(slug, version);
  expect(found).toMatchObject({ version: { receipt: { sha256: sha256(content), keys: 1 } } });
  expect(JSON.parse(content)).toMatchObject({ slug, version, document: { body: "Täglich um 3\n" } });
});

test("where it was imported from, and the file as it stood, stay inside", async () => {
  const original = { frontMatter: "owner: secret-team", dialect: "plain" };
  const { slug, version } = await aPublished({ original, provenance: { url: "https://git.corp.example/secret" } });
  expect(await releasedContent(slug, version)).not.toContain("secret");
});

test("the next version has the same address; the first stays what it was", async () => {
  const reader = await aPersonalSpace();
  const { slug, entryId } = await aPublished({ body: "One" }, reader);
  const document = entryDocument.parse({ kind: "recipe", title: "Conntrack", licence: "MIT", body: "Two" });
  await enterSpace(reader, "owner", (scope) => saveRevision(scope, { entryId, base: 1, document }));
  await expect(performInSpace(requestPublication, reader, { entryId, version: "1.0.0" })).rejects.toMatchObject(
    no("version-taken"),
  );
  await performInSpace(requestPublication, reader, { entryId, changes: "Half the memory" });
  await expect(performInSpace(requestPublication, reader, { entryId })).rejects.toMatchObject(
    no("publication-pending"),
  );
  await approve(reader, entryId);

  expect(await published(slug)).toMatchObject({ newest: "1.1.0", licence: "MIT", document: { body: "Two" } });
  expect(await published(slug, "1.0.0")).toMatchObject({ newest: "1.1.0", document: { body: "One" } });
  await expect(published(slug, "9.9.9")).rejects.toMatchObject(no("not-found"));
});

test("an embargo ends by itself, once, and not before its time; what was stopped stays inside", async () => {
  const space = await anOrgSpace();
  const approver = await space.as("approver");
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const [waits, stops] = [await anEntry(space.owner), await anEntry(space.owner)];
  await performInSpace(requestPublication, space.owner, { entryId: waits, slug: "under-embargo", releaseAt: soon });
  await performInSpace(requestPublication, space.owner, { entryId: stops, slug: "under-a-stop", releaseAt: soon });
  await approve(approver, waits);
  const { id } = await approve(approver, stops);
  await performInSpace(stopPublication, space.owner, { id });
  await prisma().$queryRaw`select release_due()`;
  await expect(published("under-embargo")).rejects.toMatchObject(no("not-found"));

  await asOwner((db) =>
    db.query("update lib_priv.publication set release_at = now() - interval '1 minute' where slug like 'under-%'"),
  );
  const due = () => prisma().$queryRaw<{ n: number }[]>`select release_due() as n`;
  const [one, other] = await Promise.all([due(), due()]);
  expect(Number(one[0]?.n) + Number(other[0]?.n)).toBe(1);
  expect(await published("under-embargo")).toMatchObject({ isGone: false });
  await expect(published("under-a-stop")).rejects.toMatchObject(no("not-found"));
});

test("withdrawn is gone: nothing of it is left in what everybody reads, and the address says why", async () => {
  const { slug, entryId, reader, id, version } = await aPublished({ body: "Said-too-much", credit: "Somebody" });
  await performInSpace(withdrawPublication, reader, { entryId, because: "A customer was recognisable." });
  expect(await published(slug)).toMatchObject({ isGone: true, because: "A customer was recognisable." });
  await expect(releasedContent(slug, version)).rejects.toMatchObject(no("not-found"));
  const left = await asOwner((db) =>
    db.query(
      `select (to_jsonb(e) || jsonb_build_object('v', to_jsonb(v)))::text as row from lib_pub.pub_entry e
      join lib_pub.pub_version v on v.entry_id = e.id where e.id = $1`,
      [id],
    ),
  );
  expect(left.rows).toHaveLength(1);
  expect(left.rows[0].row).not.toMatch(/Said-too-much|Somebody|Conntrack/);
  // once more published, it has another address
  await performInSpace(requestPublication, reader, { entryId, slug: `${slug}-again` });
  await approve(reader, entryId);
  expect(await published(`${slug}-again`)).toMatchObject({ isGone: false });
});

test("what takes its place is named, and must be there", async () => {
  const [old, next] = [await aPublished(), await aPublished({ title: "Better" })];
  const by = (slug: string) => performInSpace(supersedePublication, old.reader, { entryId: old.entryId, by: slug });
  await expect(by("nothing-of-that-name")).rejects.toMatchObject(no("no-such-entry"));
  await expect(by(old.slug)).rejects.toMatchObject(no("no-such-entry"));
  await by(next.slug);
  expect(await published(old.slug)).toMatchObject({ next: { slug: next.slug, title: "Better" } });
});

test("nothing is published without a licence, nor to an address that is taken", async () => {
  const [{ slug }, reader] = [await aPublished(), await aPersonalSpace()];
  const [bare, licensed] = [await anEntry(reader, { licence: "" }), await anEntry(reader)];
  await expect(performInSpace(requestPublication, reader, { entryId: bare })).rejects.toMatchObject(
    no("licence-needed"),
  );
  await expect(performInSpace(requestPublication, reader, { entryId: licensed, slug })).rejects.toMatchObject(
    no("address-taken"),
  );
  for (const licence of ["Do what you like", "MIT or so", "CC BY"])
    await expect(
      performInSpace(requestPublication, reader, { entryId: await anEntry(reader, { licence }) }),
    ).rejects.toMatchObject({ ...no("licence-unknown"), about: { licence } });
  const either = await anEntry(reader, { licence: "Apache-2.0 OR MIT" });
  await performInSpace(requestPublication, reader, { entryId: either, slug: "either-licence" });
});

test("every step is in the company's audit, with who took it and the digest", async () => {
  const space = await anOrgSpace();
  const approver = await space.as("approver");
  const entryId = await anEntry(space.owner);
  await performInSpace(requestPublication, space.owner, { entryId, slug: "audited" });
  const { sha256: digest } = await approve(approver, entryId);
  await performInSpace(withdrawPublication, approver, { entryId, because: "" });
  const { rows } = await asOwner((db) =>
    db.query(
      `select action, w.user_id as who, digest from audit a left join audit_actor w on w.chain_id = a.chain_id and w.id = a.actor_id
      where a.object_id = $1 order by seq`,
      [entryId],
    ),
  );
  const [by, to] = [space.owner.userId, approver.userId];
  expect(rows).toEqual([
    { action: "publication.requested", who: by, digest },
    { action: "publication.approved", who: to, digest },
    { action: "publication.released", who: to, digest },
    { action: "publication.withdrawn", who: to, digest },
  ]);
});
