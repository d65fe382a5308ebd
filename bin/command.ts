import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { openDataFolder } from "./data-folder";
import { type Database, openDatabase, upToDate } from "./database";
import { generateClient } from "./generate";
import { hold, holderOf, letGo } from "./holder";
import { until } from "./process";

const scripts: Record<string, string> = {
  import: "bin/import.ts",
  seed: "prisma/seed.ts",
  "verify-audit": "bin/verify-audit.ts",
};

/** These start databases of their own, or need one that is given, and never touch the one of `npm start`. */
const alone: Record<string, string> = {
  deploy: "bin/deploy.ts",
  bench: "tests/bench/run.ts",
  "bad-network": "tests/bench/bad-network.ts",
  chaos: "tests/chaos/run.ts",
  official: "tests/official/run.ts",
  "library-data": "bin/library-data.ts",
  lighthouse: "tests/lighthouse/run.ts",
  onsets: "tests/bench/onsets.ts",
  "verify-receipt": "bin/verify-receipt.ts",
};

/**
 * Runs a command on the same database as `npm start`: on the running one, or on one that is started for
 * the time of the command. Answers with the command's exit code. What it says itself goes to stderr.
 */
export async function runCommand(name: string | undefined, args: string[]) {
  if (name !== undefined && name in alone) return await runAlone(alone[name] as string, args);
  const script = name === undefined ? undefined : scripts[name];
  if (name !== "migrate" && !(script && existsSync(script))) {
    console.error(
      `Nothing to run for "${name}". There is: migrate, ${Object.keys({ ...scripts, ...alone }).join(", ")}, diff.`,
    );
    return 2;
  }
  const folder = openDataFolder();
  const database = await sharedDatabase(folder);
  try {
    if (name === "seed") return await seedNow();
    if (script) return await runScript(script, args);
    console.log(database.applied.length ? `Applied ${database.applied.join(", ")}.` : "Nothing to apply.");
    return 0;
  } finally {
    await database.stop();
  }
}

async function runAlone(script: string, args: string[]) {
  generateClient();
  return await runScript(script, args);
}

async function sharedDatabase(folder: string): Promise<Database> {
  if (process.env.DATABASE_URL) return await openDatabase(folder);
  if (!(await until(() => running(folder) !== null || hold(folder, "run"), 600_000)))
    throw new Error(`Another command works on ${folder} and does not end.`);
  const url = running(folder);
  if (url) {
    process.env.DATABASE_URL = url;
    return { applied: await upToDate(), stop: async () => undefined };
  }
  const { applied, stop } = await openDatabase(folder);
  return { applied, stop: () => stop().finally(() => letGo(folder)) };
}

function running(folder: string) {
  const holder = holderOf(folder);
  return (holder?.kind === "start" && holder.databaseUrl) || null;
}

async function seedNow() {
  const { seed } = await import("../prisma/seed");
  console.log(JSON.stringify(await seed()));
  return 0;
}

function runScript(script: string, args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  return new Promise<number>((done) => child.once("exit", (code) => done(code ?? 1)));
}
