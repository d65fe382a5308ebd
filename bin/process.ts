import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Does this process live, and is it the program that `mark` names? Process ids are used again. */
export function isRunning(pid: number, mark: string) {
  if (!exists(pid)) return false;
  return commandOf(pid).includes(mark);
}

function exists(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function commandOf(pid: number) {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, "utf8").replaceAll("\0", " ");
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}

/** Waits until `done` answers true; false when it has not within the time. */
export async function until(done: () => boolean | Promise<boolean>, milliseconds: number) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await done()) return true;
    await new Promise((wait) => setTimeout(wait, 50));
  }
  return false;
}
