import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "@/lib/interop/entry/read-file";
import { canonical, writeFile } from "@/lib/interop/entry/write-file";
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

/** Whether a file comes in and goes out as the same bytes, and written whole as the same document. */
function staysTheSame(path: string) {
  const bytes = readFileSync(path);
  const read = readFile({ path, bytes });
  if ("unread" in read) return false;
  const again = readFile({ path: "again.md", bytes: new TextEncoder().encode(writeFile(read.document).text) });
  const isEqual = bytes.equals(Buffer.from(writeFile(read.document, read.document).text));
  return isEqual && "document" in again && canonical(again.document) === canonical(read.document);
}

const beside = ["recipes", "postmortem-templates"].flatMap((name) => {
  const at = join(folder, "..", name);
  const all = existsSync(at) ? readdirSync(at, { recursive: true, withFileTypes: true }) : [];
  return all.filter((file) => /\.(md|ya?ml)$/.test(file.name)).map((file) => join(file.parentPath, file.name));
});
const everything = [...files, ...beside];
const changed = everything.filter((path) => !staysTheSame(path));
console.log(`${everything.length - changed.length} of ${everything.length} files come in and go out as equal text.`);
for (const path of changed) console.log(`not equal: ${path}`);
