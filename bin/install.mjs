import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** Installs what package-lock.json says, if it is not what node_modules holds. */
export function installPackages() {
  if (isInstalled()) return;
  console.error("Installing packages …");
  // `npm ci` empties node_modules first: never below a server that is running from it
  const ways = existsSync(join(root, "node_modules")) ? [] : [["ci"]];
  for (const way of [...ways, ["install", "--no-save"]]) {
    npm([...way, "--include=dev", "--no-audit", "--no-fund"]);
    if (isInstalled()) return;
  }
  console.error("npm could not install the packages; its message is above.");
  process.exit(1);
}

/** npm keeps beside the packages a lock of what it really installed. */
function isInstalled() {
  const wanted = packagesIn("package-lock.json");
  const there = packagesIn("node_modules/.package-lock.json");
  if (!wanted || !there) return false;
  const needed = Object.entries(wanted).filter(([path, { optional }]) => path !== "" && !optional);
  return needed.every(([path, { version }]) => there[path]?.version === version);
}

function packagesIn(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : null;
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: ["ignore", process.stderr, process.stderr] };
  if (cli?.endsWith("npm-cli.js")) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}
