import { readFileSync } from "node:fs";
import { askSpace, enterSpace, enterSpaces, performInSpace } from "@/lib/db/enter-space";
import { type EntryDocument, entryDocument } from "@/lib/entry/input";
import { beginEntry } from "@/lib/entry/save";
import { approvePublication, requestPublication } from "@/lib/publication/commands";
import { decide } from "@/lib/sanitise/commands";
import { viewStudio } from "@/lib/sanitise/queries";
import { importSeries } from "@/lib/series/commands";
import entries from "./library.json" with { type: "json" };

type Caller = { space: string; userId: string };

/**
 * Recipes and post-mortems in the space of the day, most of them published: asked for by its host, approved by somebody
 * else who may.
 */
export async function fillLibrary(hostId: string, approverId: string) {
  const slug = await enterSpaces(hostId, async (_, spaces) => spaces.find(({ kind }) => kind === "event")?.slug);
  if (!slug) throw new Error("The made-up day has no space.");
  const [host, approver] = [hostId, approverId].map((userId) => ({ space: slug, userId })) as [Caller, Caller];
  await enterSpace(host, "owner", ({ tx, space: { id: spaceId } }) =>
    tx.spaceMember.create({ data: { spaceId, userId: approverId, role: "approver" } }),
  );
  for (const { document, published, series: sourceName } of entries) {
    const entryId = await write(host, entryDocument.parse(document));
    if (sourceName) await performInSpace(importSeries, host, { entryId, text: measured(sourceName), sourceName });
    if (published) await publish(host, approver, entryId);
  }
}

/** What the monitoring of a made-up company wrote down. */
export const measured = (file: string) => readFileSync(`${import.meta.dirname}/${file}`, "utf8");

const write = (author: Caller, document: EntryDocument) =>
  enterSpace(author, "contributor", async (scope) => {
    const id = await beginEntry(scope, { document });
    await scope.tx.entry.updateMany({ where: { id }, data: { status: "final" } });
    return id;
  });

async function publish(author: Caller, approver: Caller, entryId: string) {
  // all names in it are made up, and may stay
  const { findings } = await askSpace(viewStudio, author, { entryId });
  const lines = findings.map(({ kind, term }) => ({ kind, term, deed: "keep" as const }));
  await performInSpace(decide, author, { entryId, lines, relative: false, series: true });
  const id = await performInSpace(requestPublication, author, { entryId });
  const { sha256 } = await enterSpace(approver, "approver", ({ tx }) =>
    tx.publication.findFirstOrThrow({ where: { id } }),
  );
  await performInSpace(approvePublication, approver, { id, digest: sha256 });
}
