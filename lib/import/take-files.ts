import { performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import { takeDocuments } from "@/lib/import/commands";
import { mostAtOnce, mostFiles } from "@/lib/import/input";
import { type ImportReport, type Left, reportOf, type Taken } from "@/lib/import/rules";
import { type FileToRead, readFile } from "@/lib/interop/entry/read-file";

/** Reads files and takes what is an entry into a space, in portions; answers what became of all. */
export async function takeFiles(caller: SpaceCaller, files: FileToRead[], left: Left[] = []): Promise<ImportReport> {
  const documents: EntryDocument[] = [];
  const not = [...left];
  for (const file of files) {
    const read = documents.length < mostFiles ? readFile(file) : { unread: "too-many" };
    if ("document" in read) documents.push(read.document);
    // pictures and the like lie everywhere: nobody wants to hear of each
    else if (read.unread !== "not-an-entry" || files.length === 1) not.push({ path: file.path, why: read.unread });
  }
  const taken: { as: Taken; id: string }[] = [];
  for (let at = 0; at < Math.max(1, documents.length); at += mostAtOnce)
    taken.push(...(await performInSpace(takeDocuments, caller, { documents: documents.slice(at, at + mostAtOnce) })));
  return reportOf(taken, not);
}
