import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Bait } from "./bait";
import { findBait } from "./scan";

/** Where something of A could have been left lying: the build with its caches, logs, mails, exports. */
export function filesLeft() {
  const data = process.env.TWOFEET_DATA ?? ".twofeet";
  const folders = { build: process.env.TWOFEET_DIST ?? ".next-test", data, database: join(data, "..") };
  const inside = (folder: string, pattern: string) =>
    globSync(join(folder, pattern)).filter((path) => statSync(path).isFile());
  return {
    build: inside(folders.build, "**/*"),
    mails: inside(data, "outbox/*"),
    logs: [...inside(data, "**/*.log"), ...inside(folders.database, "*.log")],
    rest: inside(data, "**/*").filter((path) => !/\.(log|eml)$/.test(path)),
  };
}

/** How long each log was when the bait lay: what laying it wrote is no leak. */
export const sizesOfLogs = () => new Map(filesLeft().logs.map((path) => [path, statSync(path).size]));

/** The files that hold something of A. `known`: what those who had them written said themselves. */
export function baitIn(files: string[], bait: Bait, known = "", from = new Map<string, number>()) {
  return files.flatMap((path) => {
    if (!existsSync(path)) return [];
    const what = findBait(readFileSync(path, "latin1").slice(from.get(path) ?? 0), bait, known);
    return what.length > 0 ? [`${path}: ${what.join(", ")}`] : [];
  });
}
