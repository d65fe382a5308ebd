import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

const left = [".git", "node_modules", "dist"];

/** A copy to run in; the checkout itself stays as it is. */
export function copyOf(checkout: string, folder: string) {
  const from = resolve(checkout);
  const filter = (path: string) => !left.includes(path.slice(from.length + 1).split(sep)[0] ?? "");
  cpSync(from, folder, { recursive: true, filter });
  return folder;
}

type Package = { devDependencies?: Record<string, string>; overrides?: Record<string, unknown> };

/** What a suite needs from the npm registry. Packages from elsewhere (forks on GitHub for its other suites) are left out. */
export function install(folder: string) {
  const file = join(folder, "package.json");
  const about = JSON.parse(readFileSync(file, "utf8")) as Package;
  const wanted = Object.entries(about.devDependencies ?? {});
  const known = wanted.filter(([, version]) => !version.includes(":"));
  if (known.length < wanted.length) {
    writeFileSync(file, JSON.stringify({ ...about, devDependencies: Object.fromEntries(known) }));
    rmSync(join(folder, "package-lock.json"), { force: true });
  }
  run(folder, "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps"]);
}

export function run(cwd: string, command: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed in ${cwd}\n${stdout}\n${stderr}`);
}
