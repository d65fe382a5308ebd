import { expect, test } from "vitest";
import { prisma } from "@/lib/db/client";
import { askSpace, enterSpace, performInSpace } from "@/lib/db/enter-space";
import { saveRevision } from "@/lib/entry/save";
import { decideProposal, forkEntry, forkPublished, offerImprovement } from "@/lib/proposal/commands";
import { viewFork, viewProposal, viewProposals } from "@/lib/proposal/queries";
import type { RecipeDocument } from "@/lib/recipe/input";
import { recipeOf } from "@/lib/version/queries";
import { aPublished } from "@/tests/support/a-published";
import { aDocument, aRecipe } from "@/tests/support/a-recipe";
import { anOrgSpace, aPersonalSpace, type Reader } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

const no = (reason: string) => ({ reason });
const read = (reader: Reader, id: string) => enterSpace(reader, "reader", (scope) => recipeOf(scope, id));
const { kind: _kind, ...says } = aDocument();

async function write(reader: Reader, id: string, change: Partial<RecipeDocument>) {
  const { revision, document } = await read(reader, id);
  await enterSpace(reader, "contributor", (scope) =>
    saveRevision(scope, { entryId: id, base: revision, document: { ...document, ...change } }),
  );
}

async function offer(reader: Reader, id: string, credit = "Bo of the quay", message = "Wait for it.") {
  const { digest } = await askSpace(viewFork, reader, { id });
  await performInSpace(offerImprovement, reader, { id, digest, credit, message });
}

/** Ann's published recipe, and Bo's copy of it with one line more in the script. */
async function aFork() {
  const ann = await aPersonalSpace();
  const bo = await aPersonalSpace();
  const parent = await aPublished(says, ann);
  const id = await performInSpace(forkPublished, bo, { slug: parent.slug });
  const files = [{ path: "drain.sh", lang: "bash", content: "#!/bin/sh\nset -eu\nqueuectl drain --wait {{queue}}\n" }];
  await write(bo, id, { files });
  return { ann, bo, id, parent: parent.entryId, slug: parent.slug, publicId: parent.id, files };
}

test("a stranger forks what is published, improves it, and the change comes back with their name", async () => {
  const { ann, bo, id, parent, files } = await aFork();
  expect((await read(bo, id)).document).toMatchObject({ licence: "CC-BY-4.0", credit: "Ilse of the harbour crew" });
  const fork = await askSpace(viewFork, bo, { id });
  expect(fork.changes.map(({ place }) => place)).toEqual(["files.drain.sh.content"]);
  await offer(bo, id);

  const [open] = (await askSpace(viewProposals, ann, { id: parent })).proposals;
  const proposal = open?.id ?? "";
  const seen = await askSpace(viewProposal, ann, { id: parent, proposal });
  expect(seen).toMatchObject({ credit: "Bo of the quay", message: "Wait for it.", conflicts: [] });
  await performInSpace(decideProposal, ann, {
    id: parent,
    proposal,
    revision: seen.revision,
    says: "merge",
    answer: "Thanks!",
  });

  const merged = (await read(ann, parent)).document;
  expect(merged.files).toEqual(files);
  expect(merged.credit).toBe("Ilse of the harbour crew; Bo of the quay");
  expect((await askSpace(viewFork, bo, { id })).offers).toMatchObject([{ merged: true, answer: "Thanks!" }]);
  const kinds = await enterSpace(ann, "reader", ({ tx }) =>
    tx.entryRevision.findFirst({ where: { entryId: parent, no: 2 }, select: { kind: true, message: true } }),
  );
  expect(kinds).toEqual({ kind: "merge", message: "Bo of the quay: Wait for it." });
  const again = { id: parent, proposal, revision: 2, says: "merge" as const };
  await expect(performInSpace(decideProposal, ann, again)).rejects.toMatchObject(no("decided-already"));
});

test("what the maintainers wrote meanwhile stays; where both changed the same, somebody says whose counts", async () => {
  const { ann, bo, id, parent } = await aFork();
  await write(ann, parent, {
    summary: "For the night shift.",
    files: [{ path: "drain.sh", lang: "bash", content: "#!/bin/sh\nset -e\nqueuectl drain --force {{queue}}\n" }],
  });
  await offer(bo, id);
  const proposal = (await askSpace(viewProposals, ann, { id: parent })).proposals[0]?.id ?? "";
  const seen = await askSpace(viewProposal, ann, { id: parent, proposal });
  expect(seen.conflicts).toEqual(["files.drain.sh.content"]);
  const key = { id: parent, proposal, revision: seen.revision };
  await expect(performInSpace(decideProposal, ann, { ...key, says: "merge" })).rejects.toMatchObject(
    no("entry-conflict"),
  );
  await expect(
    performInSpace(decideProposal, ann, { ...key, revision: 1, says: "merge-theirs" }),
  ).rejects.toMatchObject(no("changed-meanwhile"));
  await performInSpace(decideProposal, ann, { ...key, says: "merge-theirs" });
  const { document } = await read(ann, parent);
  expect(document.summary).toBe("For the night shift.");
  expect(document.files[0]?.content).toContain("--wait");
});

test("declined: nothing changes, and whoever offered it reads why", async () => {
  const { ann, bo, id, parent } = await aFork();
  await offer(bo, id);
  const proposal = (await askSpace(viewProposals, ann, { id: parent })).proposals[0]?.id ?? "";
  await performInSpace(decideProposal, ann, {
    id: parent,
    proposal,
    revision: 1,
    says: "decline",
    answer: "Not for us.",
  });
  expect((await read(ann, parent)).revision).toBe(1);
  expect((await askSpace(viewFork, bo, { id })).offers).toMatchObject([{ merged: false, answer: "Not for us." }]);
  await expect(offer(bo, id)).resolves.toBeUndefined();
});

test("nothing leaves a company's space but by an approver, and exactly what they looked at", async () => {
  const { slug } = await aFork();
  const space = await anOrgSpace();
  const member = await space.as();
  const id = await performInSpace(forkPublished, member, { slug });
  await expect(offer(space.owner, id)).rejects.toMatchObject(no("nothing-new"));
  await write(member, id, { summary: "At Harbour Works we ..." });
  const { digest, mayOffer } = await askSpace(viewFork, member, { id });
  expect(mayOffer).toBe(false);
  await expect(offer(member, id)).rejects.toMatchObject(no("forbidden"));
  await write(member, id, { summary: "Something secret" });
  await expect(performInSpace(offerImprovement, space.owner, { id, digest })).rejects.toMatchObject(
    no("changed-meanwhile"),
  );
  await offer(space.owner, id);
  await expect(offer(space.owner, id)).rejects.toMatchObject(no("offered-already"));
});

test("a fork tells nobody about its parent: neither the space behind it, nor other offers", async () => {
  const { bo, id, parent, ann, publicId } = await aFork();
  await offer(bo, id);
  const cem = await aPersonalSpace();
  await expect(askSpace(viewProposals, bo, { id: parent })).rejects.toMatchObject(no("not-found"));
  await expect(askSpace(viewFork, cem, { id })).rejects.toMatchObject(no("not-found"));
  const fork = JSON.stringify(await askSpace(viewFork, bo, { id }));
  for (const secret of [parent, ann.space, ann.userId]) expect(fork).not.toContain(secret);
  const forCem = await enterSpace(cem, "contributor", (scope) =>
    scope.tx.entry.create({
      data: {
        spaceId: scope.space.id,
        kind: "recipe",
        document: aDocument(),
        forkedFrom: publicId,
        forkedFromVersion: "1.0.0",
      },
    }),
  );
  expect((await askSpace(viewFork, cem, { id: forCem.id })).offers).toEqual([]);
});

test("a private entry is forked in its own space only, and improved there by any member", async () => {
  const [space, other] = [await anOrgSpace(), await anOrgSpace()];
  const [member, id] = [await space.as(), await aRecipe(space.owner)];
  await expect(performInSpace(forkEntry, other.owner, { id })).rejects.toMatchObject(no("not-found"));
  const fork = await performInSpace(forkEntry, member, { id });
  await write(member, fork, { summary: "Better." });
  await offer(member, fork);
  const proposal = (await askSpace(viewProposals, space.owner, { id })).proposals[0]?.id ?? "";
  await expect(
    performInSpace(decideProposal, member, { id, proposal, revision: 1, says: "merge" }),
  ).rejects.toMatchObject(no("forbidden"));
  await performInSpace(decideProposal, space.owner, { id, proposal, revision: 1, says: "merge" });
  expect((await read(space.owner, id)).document.summary).toBe("Better.");
});

test("what was withdrawn or yanked is neither forked nor improved", async () => {
  const { bo, id, slug, publicId } = await aFork();
  await asOwner((owner) =>
    owner.query("update lib_pub.pub_version set yanked_at = now() where entry_id = $1", [publicId]),
  );
  await expect(performInSpace(forkPublished, bo, { slug })).rejects.toMatchObject(no("not-found"));
  await asOwner((owner) => owner.query("update lib_pub.pub_entry set withdrawn_at = now() where id = $1", [publicId]));
  await expect(askSpace(viewFork, bo, { id })).rejects.toMatchObject(no("not-found"));
  await expect(performInSpace(offerImprovement, bo, { id, digest: "0".repeat(64) })).rejects.toMatchObject(
    no("no-parent"),
  );
});

test("the app writes no proposal past its function, and changes none that was offered", async () => {
  const { ann, bo, id, parent } = await aFork();
  await offer(bo, id);
  for (const statement of [
    "update lib_priv.proposal set document = '{}'",
    "update lib_priv.proposal set credit = 'x'",
    "delete from lib_priv.proposal",
  ])
    await expect(
      enterSpace(ann, "owner", ({ tx }) => tx.$executeRawUnsafe(statement)),
      statement,
    ).rejects.toThrow(/permission denied/);
  await prisma().$queryRaw`select erase_person(${bo.userId}::uuid)`;
  const [left] = (await askSpace(viewProposals, ann, { id: parent })).proposals;
  expect(left).toMatchObject({ credit: "", message: "" });
});
