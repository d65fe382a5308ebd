import { type SpaceScope, spaceCommand } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import { beginEntry, saveRevision } from "@/lib/entry/save";
import { Refused } from "@/lib/errors";
import { isAllowedHost } from "@/lib/import/git-hosts";
import { askForRepositoryInput, importState, takeDocumentsInput } from "@/lib/import/input";
import type { Taken } from "@/lib/import/rules";

type Known = { id: string; revision: number; url: string; path: string; sha256: string; imported: number | null };

/**
 * Takes documents that came from files. What is here already, byte for byte, stays; what came from the same place of a
 * repository and has changed there is the next revision, merged with what was changed here; all others are new drafts.
 */
export const takeDocuments = spaceCommand({
  atLeast: "contributor",
  input: takeDocumentsInput,
  async run(scope, { documents, message }) {
    await scope.oneAtATime("import");
    const known = await knownFrom(scope, documents);
    const taken: { as: Taken; id: string }[] = [];
    for (const document of documents) taken.push(await take(scope, document, known, message));
    return taken;
  },
});

async function take(scope: SpaceScope, document: EntryDocument, known: Known[], message: string) {
  const { url = "", path = "", sha256 = "" } = document.provenance ?? {};
  const same = known.find((one) => sha256 !== "" && one.sha256 === sha256 && one.path === path && one.url === url);
  if (same) return { as: "same" as const, id: same.id };
  const older = known.find((one) => url !== "" && one.url === url && one.path === path);
  if (!older) {
    const id = await beginEntry(scope, { document, kind: "import", message });
    known.push({ id, revision: 1, url, path, sha256, imported: 1 });
    return { as: "made" as const, id };
  }
  return { as: await renewed(scope, older, document, message), id: older.id };
}

async function renewed(scope: SpaceScope, { id, revision, imported }: Known, document: EntryDocument, message: string) {
  try {
    const base = imported ?? revision;
    await saveRevision(scope, { entryId: id, base, document, kind: "import", message });
    return "renewed" as const;
  } catch (error) {
    if (error instanceof Refused && error.reason === "entry-conflict") return "conflict" as const;
    throw error;
  }
}

/** Entries of this space that came from the files of these documents. */
function knownFrom({ tx, space }: SpaceScope, documents: EntryDocument[]) {
  const of = documents.map(({ provenance }) => provenance);
  const shas = of.map((one) => one?.sha256 ?? "");
  const paths = of.map((one) => one?.path ?? "");
  return tx.$queryRaw<Known[]>`
    select e.id, e.revision, p.url, p.path, p.sha256,
      (select max(r.no) from lib_priv.entry_revision r
        where r.space_id = e.space_id and r.entry_id = e.id and r.kind = 'import') as imported
      from lib_priv.entry e, lateral (select coalesce(e.document #>> '{provenance,url}', '') as url,
        coalesce(e.document #>> '{provenance,path}', '') as path,
        coalesce(e.document #>> '{provenance,sha256}', '') as sha256) p
     where e.space_id = ${space.id} and e.deleted_at is null
       and ((p.sha256 = any (${shas}) and p.sha256 <> '') or (p.url <> '' and p.path = any (${paths})))`;
}

/** How many repositories a space may have waiting at once. */
const mostWaiting = 3;

/**
 * Asks for what is in a repository; a job fetches it. Refuses with `git-host` an address that is not on the operator's list,
 * and with `git-busy` when others wait already.
 */
export const askForRepository = spaceCommand({
  atLeast: "contributor",
  input: askForRepositoryInput,
  async run({ tx, space, reader, oneAtATime }, { url, folder }) {
    if (!isAllowedHost(new URL(url))) throw new Refused("git-host", { url: ["git-host"] });
    await oneAtATime("git import");
    const waiting = await tx.gitImport.count({ where: { spaceId: space.id, state: { in: ["waiting", "working"] } } });
    if (waiting >= mostWaiting) throw new Refused("git-busy");
    const data = { spaceId: space.id, userId: reader.userId, url, folder };
    const { id } = await tx.gitImport.create({ data, select: { id: true } });
    return id;
  },
});

/** Says what came of a repository that was asked for. */
export const endGitImport = spaceCommand({
  atLeast: "contributor",
  input: importState,
  async run({ tx, space, reader }, { id, state, commit, report }) {
    const where = { spaceId: space.id, id, userId: reader.userId, state: "working" as const };
    const data = { state, commit, report: report as object, endedAt: new Date() };
    const { count } = await tx.gitImport.updateMany({ where, data });
    if (count === 0) throw new Refused("not-found");
  },
});
