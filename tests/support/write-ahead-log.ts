import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every file that the database of the tests has written, its write-ahead log above all: where a text is in clear. */
export function filesHolding(text: string) {
  const folder = join(dirname(process.env.TWOFEET_DATA ?? ""), "postgres");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length < 100) throw new Error(`No database lies in ${folder}.`);
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
}
