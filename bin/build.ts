import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleWorker } from "./worker";

const sources = [
  "{app,components,lib,messages,public,worker}/**/*",
  "generated/prisma/made-from",
  "{next.config.ts,postcss.config.mjs,proxy.ts,instrumentation.ts,instrumentation-client.ts}",
  "{tsconfig.json,tsconfig.base.json,package-lock.json}",
];

/** Builds the production bundle into TWOFEET_DIST, unless it was built from these very sources. */
export function buildWhenChanged() {
  const folder = process.env.TWOFEET_DIST || ".next";
  const stamp = join(folder, "made-from");
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;

  console.error("Building …");
  rmSync(stamp, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`);
  bundleWorker(join(folder, "worker.js"), now.slice(0, 12));
  writeFileSync(stamp, now);
}

function fingerprint() {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0] ?? "");
  const files = globSync(sources).filter((path) => statSync(path).isFile());
  for (const path of files.sort()) hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}
