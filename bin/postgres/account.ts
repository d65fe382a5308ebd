import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";

/** The user a process runs as; empty: our own. */
export type Account = { uid?: number; gid?: number };

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the data that is there already, or as
 * `postgres`, or as a system user of our own, or as `nobody`.
 */
export function databaseAccount(data: string): Account {
  if (process.getuid?.() !== 0) return {};
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  return known("postgres") ?? known("twofeet") ?? made("twofeet") ?? known("nobody") ?? { uid: 65534, gid: 65534 };
}

function known(name: string): Account | null {
  if (!existsSync("/etc/passwd")) return null;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function made(name: string) {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  return known(name);
}

/**
 * Under another account the path to the data may lead through folders that are closed to it. On Linux the
 * process starts inside its data instead, where no folder above it matters.
 */
export function dataArgument(data: string, { uid }: Account) {
  return uid !== undefined && process.platform === "linux" ? "/proc/self/cwd" : data;
}
