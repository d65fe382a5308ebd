import { performInSpace, type SpaceCaller } from "@/lib/db/enter-space";
import type { EntryDocument } from "@/lib/entry/input";
import { Refused } from "@/lib/errors";
import { takeBeside, type Whole, wholeFiles } from "@/lib/import/beside";
import { takeDocuments } from "@/lib/import/commands";
import { mostAtOnce, mostFiles } from "@/lib/import/input";
import { type ImportReport, type Left, reportOf, type Taken } from "@/lib/import/rules";
import { type FileToRead, readFile } from "@/lib/interop/entry/read-file";

type ToTake = Whole & { document: EntryDocument };

/** Reads files and takes what is an entry into a space, in portions; answers what became of all. */
export async function takeFiles(caller: SpaceCaller, files: FileToRead[], left: Left[] = []): Promise<ImportReport> {
  const found: ToTake[] = [];
  const not = [...left];
  for (const whole of wholeFiles(files)) {
    const read = found.length < mostFiles ? readFile(whole.file) : { unread: "too-many" };
    if ("document" in read) found.push({ ...whole, document: read.document });
    // pictures and the like lie everywhere: nobody wants to hear of each
    else if (read.unread !== "not-an-entry" || files.length === 1)
      not.push({ path: whole.file.path, why: read.unread });
  }
  const taken: { as: Taken; id: string }[] = [];
  for (let at = 0; at < Math.max(1, found.length); at += mostAtOnce) {
    const portion = found.slice(at, at + mostAtOnce);
    const documents = portion.map(({ document }) => document);
    const became = await performInSpace(takeDocuments, caller, { documents });
    taken.push(...became);
    for (const [no, one] of became.entries()) not.push(...(await besides(caller, one, portion[no])));
  }
  return reportOf(taken, not);
}

/** Keeps what came beside an entry, unless that was left as it is. Answers what could not be kept. */
async function besides(caller: SpaceCaller, { as, id }: { as: Taken; id: string }, whole: Whole | undefined) {
  if (!whole) return [];
  const { file, pictures, series, bad } = whole;
  const not: Left[] = bad.map((path) => ({ path, why: "not-a-picture" }));
  if (as === "conflict" || pictures.length + series.length === 0) return not;
  try {
    await performInSpace(takeBeside, caller, { id, pictures, series });
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === "not-found") throw error;
    not.push({ path: file.path, why: "too-much-beside" });
  }
  return not;
}
