import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "@/bin/chromium";
import { until } from "@/bin/process";
import { copyOf, install, run } from "./checkout";
import type { Cluster } from "./cluster";
import { counted, environment, type Result, start } from "./suite";

/** pusher-js' integration tests: under Node, and in a Chromium where there is one. */
export async function pusherJs(checkout: string, folder: string, cluster: Cluster): Promise<Result[]> {
  const cwd = copyOf(checkout, join(folder, "pusher-js"));
  install(cwd);
  install(join(cwd, "integration_tests_server"));
  const env = environment(cluster);
  const backend = start(join(cwd, "integration_tests_server"), ["index.js"], env);
  try {
    if (!(await until(() => /3000[\s\S]*3001|3001[\s\S]*3000/.test(backend.said()), 20_000)))
      throw new Error(`The suite's own backend needs the ports 3000 and 3001.\n${backend.said()}`);
    const results = [await underNode(cwd, env)];
    const chromium = findChromium();
    return chromium ? [...results, await inChromium(cwd, chromium, cluster)] : results;
  } finally {
    backend.stop();
  }
}

async function underNode(cwd: string, env: Record<string, string>) {
  run(cwd, process.execPath, [
    "node_modules/webpack/bin/webpack.js",
    "--config=spec/config/jasmine/webpack.integration.js",
  ]);
  const args = ["node_modules/jasmine/bin/jasmine.js", "--config=spec/config/jasmine/integration.json"];
  const said = await start(cwd, args, env).ended;
  return countedByJasmine("pusher-js under Node (ws, wss)", said);
}

/** Everything but the transports that a client falls back to: those are other servers', and count as skipped. */
const sockets = "/^(?!.*(xhr_|xdr_|sockjs,))/";

async function inChromium(cwd: string, chromium: string, { port, tlsPort }: Cluster) {
  const at = (from: number, to: number) => `MAP *.pusher.com:${from} 127.0.0.1:${to}`;
  const flags = [
    "--no-sandbox",
    "--ignore-certificate-errors",
    `--host-resolver-rules=${at(80, port)},${at(443, tlsPort)}`,
  ];
  const launcher = { own: { base: "ChromeHeadless", flags } };
  const settings = { browsers: ["own"], customLaunchers: launcher, reporters: ["dots"] };
  const text = `const config = require("./config.integration");
const client = { ...config.client, args: ["--grep", ${JSON.stringify(sockets)}] };
module.exports = (suite) => suite.set({ ...config, ...${JSON.stringify(settings)}, client });`;
  writeFileSync(join(cwd, "spec/config/karma/own.js"), text);
  const args = ["node_modules/karma/bin/karma", "start", "spec/config/karma/own.js"];
  const said = await start(cwd, args, { CHROME_BIN: chromium }).ended;
  return countedByJasmine("pusher-js in Chromium (ws, wss)", said);
}

/** The last line, as jasmine's reporter and karma's both put it: "Executed 84 of 84 specs (1 FAILED) …". */
function countedByJasmine(suite: string, said: string) {
  const end = said.slice(said.lastIndexOf("Executed "));
  const number = (pattern: RegExp) => Number(pattern.exec(end)?.[1] ?? 0);
  const [all, failed, skipped] = [number(/of (\d+)/), number(/\((\d+) FAILED\)/), number(/skipped (\d+)/)];
  return counted(suite, said, all - failed - skipped, failed, skipped);
}
