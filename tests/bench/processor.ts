import { readdirSync, readFileSync } from "node:fs";
import { wait } from "./machine-clock";

/** The kernel counts processor time in hundredths of a second, on every Linux that Node runs on. */
const tickMs = 10;

const fieldsOf = (pid: number) => {
  const text = readFileSync(`/proc/${pid}/stat`, "latin1");
  // the second field is a name in brackets that may hold spaces and brackets
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
};

/** Milliseconds of processor that a process has taken so far, all its threads together; 0 when it is gone. */
export function processorOf(pid: number) {
  return sumOf(pid, [11, 12]);
}

/** The same of a process, of those it started, and of those that it started and that have ended. */
export function processorOfFamily(pid: number) {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid);
  return children.reduce((sum, child) => sum + processorOf(Number(child)), sumOf(pid, [11, 12, 13, 14]));
}

function sumOf(pid: number, fields: number[]) {
  try {
    const all = fieldsOf(pid);
    return fields.reduce((sum, field) => sum + Number(all[field]) * tickMs, 0);
  } catch {
    return 0;
  }
}

function parentOf(pid: number) {
  try {
    return Number(fieldsOf(pid)[1]);
  } catch {
    return 0;
  }
}

/** Megabytes of memory that a process holds (RSS). */
export function memoryOf(pid: number) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "latin1")) ?? [];
  return Number(kilobytes) / 1024;
}

/** The same when it has come to rest, or after ten seconds: nobody is made to collect garbage. */
export async function settledMemoryOf(pid: number) {
  const seen = [memoryOf(pid)];
  while (seen.length < 20 && !isAtRest(seen.slice(-6))) {
    await wait(500);
    seen.push(memoryOf(pid));
  }
  return seen.at(-1) ?? Number.NaN;
}

function isAtRest(seen: readonly number[]) {
  return seen.length === 6 && Math.max(...seen) - Math.min(...seen) < 1;
}
