import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "./process";

/** The one process that works on a data folder: a server, or a command that started the database for itself. */
export type Holder = { pid: number; kind: "start" | "run"; url?: string; databaseUrl?: string };

/** Who holds the folder now, if that process still lives. */
export function holderOf(folder: string): Holder | null {
  try {
    const holder: Holder = JSON.parse(readFileSync(file(folder), "utf8"));
    return isRunning(holder.pid, `${holder.kind}.mjs`) ? holder : null;
  } catch {
    return null;
  }
}

/** Takes the folder. False when somebody else holds it. */
export function hold(folder: string, kind: Holder["kind"]) {
  if (!holderOf(folder)) rmSync(file(folder), { force: true });
  try {
    writeFileSync(file(folder), JSON.stringify({ pid: process.pid, kind }), { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Tells others where the server and the database are to be found. */
export function tell(folder: string, more: Partial<Holder>) {
  const known: Holder = JSON.parse(readFileSync(file(folder), "utf8"));
  writeFileSync(`${file(folder)}.new`, JSON.stringify({ ...known, ...more }), { mode: 0o600 });
  renameSync(`${file(folder)}.new`, file(folder));
}

export function letGo(folder: string) {
  rmSync(file(folder), { force: true });
}

const file = (folder: string) => join(folder, "holder.json");
