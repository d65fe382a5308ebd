import { performInSpace } from "@/lib/db/enter-space";
import { outside } from "@/lib/db/outside";
import { endGitImport } from "@/lib/import/commands";
import { fetchRepository } from "@/lib/import/fetch-repository";
import { TooLarge } from "@/lib/import/git-http";
import { takeFiles } from "@/lib/import/take-files";

type Claimed = { id: string; space: string; user_id: string; url: string; folder: string };

/** Fetches what repositories wait to be imported, one after the other, each on behalf of who asked. Answers how many. */
export async function runGitImports() {
  for (let done = 0; ; done++) {
    const [claimed] = await outside(
      (tx) => tx.$queryRaw<Claimed[]>`select id, space, user_id, url, folder from claim_git_import()`,
    );
    if (!claimed) return done;
    await runOne(claimed);
  }
}

async function runOne({ id, space, user_id, url, folder }: Claimed) {
  const caller = { space, userId: user_id };
  const end = (state: "done" | "failed", report: Record<string, unknown>, commit = "") =>
    performInSpace(endGitImport, caller, { id, state, report, commit });
  try {
    const { commit, files, left } = await fetchRepository(url, folder);
    await end("done", await takeFiles(caller, files, left), commit);
  } catch (error) {
    const why = error instanceof TooLarge ? "too-large" : "no-repository";
    // who was shown out meanwhile hears nothing more of it
    await end("failed", { why }).catch(() => {});
  }
}
