import { PgBoss } from "pg-boss";
import type { Env } from "@/lib/env";
import { runGitImports } from "@/lib/import/run-git-imports";
import { writeHeads } from "@/lib/jobs/audit-heads";
import { purgeWhatIsDue } from "@/lib/jobs/purge-due";
import { rankLibrary } from "@/lib/jobs/rank-library";
import { releaseWhatIsDue } from "@/lib/jobs/release-due";
import { tellWatchers } from "@/lib/jobs/watch-digest";

type Settings = Pick<Env, "DATABASE_URL" | "TWOFEET_DATA" | "TWOFEET_SECRET">;

/** What is done by the clock: each once, however many processes run. Hourly, for the days of events end in their own zones. */
const jobs: Record<string, { cron: string; run: (settings: Settings) => Promise<void> }> = {
  purge: { cron: "7 * * * *", run: purgeWhatIsDue },
  release: { cron: "* * * * *", run: releaseWhatIsDue },
  "watch-digest": { cron: "20 6 * * *", run: tellWatchers },
  "rank-library": { cron: "11 2 * * *", run: rankLibrary },
  "git-import": { cron: "* * * * *", run: async () => void (await runGitImports()) },
  "audit-heads": { cron: "37 3 * * *", run: writeHeads },
};

/** Begins to work on the jobs, in the database's own queue. What was missed while nothing ran is done at once. */
export async function openJobs(settings: Settings) {
  const boss = new PgBoss({ connectionString: settings.DATABASE_URL, max: 2, application_name: "twofeet jobs" });
  // a database that went away comes back; what was not done is still in the queue
  boss.on("error", () => {});
  await boss.start();
  for (const [name, { cron, run }] of Object.entries(jobs)) {
    await boss.createQueue(name, { policy: "singleton", retryLimit: 3, retryDelay: 60 });
    await boss.schedule(name, cron);
    // before the first look at the queue: the next one is half a minute later
    await boss.send(name, null, { singletonKey: "started", singletonSeconds: 300 });
    await boss.work(name, { pollingIntervalSeconds: 30 }, () => run(settings));
  }
  return { close: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
