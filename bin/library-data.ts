import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";
import { moments } from "@/lib/postmortem/input";

/** Prints what is found in each real post-mortem of a folder: how many events, written how, and which times. */
const folder = process.argv[2] ?? join("..", "shared", "data", "postmortems");

if (!existsSync(folder)) {
  console.error(`There is no ${folder}. Give a folder of Markdown files: npm run library-data -- FOLDER`);
  process.exit(2);
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && /\.(md|markdown|txt)$/i.test(file.name))
  .map((file) => join(file.parentPath, file.name))
  .sort();

const short = { started: "start", detected: "seen", acknowledged: "ack", declared: "decl" };
const shortened: Record<string, string> = {
  ...short,
  mitigated: "mitig",
  resolved: "resol",
  "notified-public": "publ",
};
const columns = ["file", "events", "style", "zone", "times"];
const rows = files.map(rowOf);
const widths = columns.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
for (const row of [columns, ...rows])
  console.log(
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );

const found = rows.filter(([, events]) => events !== "0").length;
console.log(
  `\n${files.length} files, a timeline in ${found}, ${sum(rows.map(([, events]) => Number(events)))} events.`,
);

function rowOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const [above = "", frontMatter = ""] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text) ?? [];
  const read = readPostmortem(text.slice(above.length), { name: file.split(/[\\/]/).at(-1) ?? "", frontMatter });
  const times = moments.filter((moment) => read.times[moment]).map((moment) => shortened[moment]);
  const name = file.slice(folder.length).replace(/^[\\/]/, "");
  return [name, String(read.timeline.length), read.style ?? "-", read.zone ?? "-", times.join(" ") || "-"];
}

function sum(numbers: number[]) {
  return numbers.reduce((all, one) => all + one, 0);
}
