import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "./library/files";
import { eventsPrinted, postmortemRow, postmortemTable, recipeRow, recipeTable } from "./library/rows";
import { tablePrinted } from "./library/table";

/**
 * Measures the importer on a folder of anybody's files: what is found in each, and whether it goes out as it came in.
 * `--events` prints every event and time below its file; `--kind postmortem` does not guess what the files are.
 */
const asked = process.argv.slice(2);
const isEvents = asked.includes("--events");
const kindAt = asked.indexOf("--kind") + 1;
const kind = kindAt > 0 ? asked[kindAt] : undefined;
const given = asked.filter((word, at) => !word.startsWith("--") && at !== (kindAt || -1));
const usual = ["postmortems", "recipes", "postmortem-templates"].map((name) => join("..", "shared", "data", name));
const folders = given.length > 0 ? given : usual.filter((folder) => existsSync(folder));

if (
  folders.length === 0 ||
  !folders.every((folder) => existsSync(folder)) ||
  (kind && !/^(postmortem|recipe)$/.test(kind))
) {
  console.error(`There is no ${folders.join(" or ") || usual[0]}.`);
  console.error("npm run library-data -- FOLDER [--events] [--kind postmortem|recipe]");
  process.exit(2);
}

const files = folders.flatMap((folder) => filesOf(folder, kind as "postmortem" | "recipe" | undefined));
const postmortems = files.filter(({ document }) => document?.kind === "postmortem");
const recipes = files.filter(({ document }) => document?.kind === "recipe");

if (isEvents) for (const file of postmortems) console.log(eventsPrinted(file));
if (postmortems.length) console.log(tablePrinted(postmortemTable, postmortems.map(postmortemRow)));
if (recipes.length) console.log(`\n${tablePrinted(recipeTable, recipes.map(recipeRow))}`);

const events = postmortems.map(({ document }) => (document?.kind === "postmortem" ? document.timeline.length : 0));
const all = events.reduce((sum, one) => sum + one, 0);
console.log(
  `\n${postmortems.length} post-mortems, a timeline in ${events.filter(Boolean).length}, ${all} events; ${recipes.length} recipes.`,
);
const read = files.filter(({ document }) => document !== null);
console.log(`${read.filter(({ stays }) => stays).length} of ${read.length} files come in and go out as equal text.`);
for (const { name } of read.filter(({ stays }) => !stays)) console.log(`not equal: ${name}`);
for (const { name, unread } of files.filter(({ document }) => document === null))
  console.log(`not read: ${name} (${unread})`);
