import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { apps, type Cluster } from "./cluster";

export type Result = { suite: string; passed: number; failed: number; skipped: number; said: string };

/** What a suite is told of the cluster, in the names of its own continuous integration. */
export function environment({ port, tlsPort, certificate }: Cluster) {
  const { mt1, eu } = apps;
  return {
    OFFICIAL_PORT: `${port}`,
    OFFICIAL_TLS_PORT: `${tlsPort}`,
    NODE_EXTRA_CA_CERTS: certificate,
    NODE_OPTIONS: `--import ${pathToFileURL(`${import.meta.dirname}/redirect.mjs`)}`,
    PUSHER_URL: `http://${mt1.key}:${encodeURIComponent(mt1.secret)}@127.0.0.1:${port}/apps/${mt1.id}`,
    INTEGRATION_TESTS_APP_MT1_APP_ID: mt1.id,
    INTEGRATION_TESTS_APP_MT1_KEY: mt1.key,
    INTEGRATION_TESTS_APP_MT1_SECRET: mt1.secret,
    INTEGRATION_TESTS_APP_EU_APP_ID: eu.id,
    INTEGRATION_TESTS_APP_EU_KEY: eu.key,
    INTEGRATION_TESTS_APP_EU_SECRET: eu.secret,
  };
}

/** Runs a command of the suite beside our server, which must go on answering meanwhile. */
export function start(cwd: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const ended = new Promise<string>((done) => child.once("close", () => done(said)));
  return { ended, said: () => said, stop: () => child.kill() };
}

/** A suite that states no count has failed. */
export function counted(suite: string, said: string, passed: number, failed: number, skipped = 0): Result {
  return { suite, passed, failed: passed > 0 ? failed : Math.max(1, failed), skipped, said };
}
