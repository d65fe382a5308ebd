import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureChromium } from "./chromium";
import { generateClient } from "./generate";
import { ensureNginx } from "./nginx";

/** `names`: what failed, as far as it has a name. */
type Count = { passed: number; failed: number; skipped: number; names?: string[] };
type Stage = {
  command: (report: string) => string[];
  count: (report: string, ok: boolean) => Count;
  before?: () => void;
};

const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
const tool =
  (path: string, ...args: string[]) =>
  () => [`node_modules/${path}`, ...args];

const stages: Record<string, Stage> = {
  lint: { command: tool("@biomejs/biome/bin/biome", "check", "."), count: (_, ok) => one(ok) },
  types: { command: tool("typescript/bin/tsc", "--noEmit"), count: (_, ok) => one(ok), before: generateClient },
  unit: vitest("unit"),
  integration: { ...vitest("integration"), before: ensureNginx },
  security: vitest("security"),
  e2e: {
    command: tool("@playwright/test/cli.js", "test", "--reporter=list,json"),
    count: playwrightCount,
    before: ensureChromium,
  },
};

/** Runs all stages, or those that are named, one after the other whatever happens. The last line sums them up. */
export async function runStages(names: string[]) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  for (const [name, stage] of Object.entries(stages)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const began = Date.now();
    console.log(`\n── ${name}`);
    const { passed, failed, skipped, names: bad = [] } = run(stage);
    console.log(`── ${name}: ${summary({ passed, failed, skipped })} in ${Math.round((Date.now() - began) / 1000)} s`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    if (failed > 0)
      failures.push(...(bad.length > 0 ? bad : ["see above"]).map((what) => `failed in ${name}: ${what}`));
  }
  for (const failure of failures) console.log(failure);
  console.log(`\n${summary(total)}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

const summary = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

function run({ command, count, before }: Stage): Count {
  const folder = mkdtempSync(join(tmpdir(), "twofeet-report-"));
  const report = join(folder, "report.json");
  try {
    before?.();
    const { status } = spawnSync(process.execPath, command(report), {
      stdio: ["ignore", "inherit", "inherit"],
      env: envFor(report),
    });
    const counted = count(report, status === 0);
    // a stage that ends badly without a failed test has failed all the same
    return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return one(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests have a database of their own, whatever the caller works with. */
function envFor(report: string) {
  const env: NodeJS.ProcessEnv = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const callers = ["DATABASE_URL", "DATABASE_APP_URL", "TWOFEET_URL", "TWOFEET_DIST", "REALTIME"];
  for (const name of callers) delete env[name];
  return env;
}

function vitest(project: string): Stage {
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
  return {
    command: (report) => ["node_modules/vitest/vitest.mjs", ...args, `--outputFile.json=${report}`],
    count: (report) => {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
        readFileSync(report, "utf8"),
      );
      const names = testResults.flatMap(failedIn);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, names };
    },
  };
}

type FileResult = {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string }[];
};

function failedIn({ name, status, message, assertionResults }: FileResult) {
  const failed = assertionResults.filter((one) => one.status === "failed").map(({ fullName }) => fullName);
  // a file that cannot even be read has no tests to name
  if (failed.length === 0 && status === "failed") failed.push(message?.split("\n")[0] ?? "the file itself");
  return failed.map((test) => `${relative(process.cwd(), name)} › ${test}`);
}

function playwrightCount(report: string): Count {
  const { stats } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
