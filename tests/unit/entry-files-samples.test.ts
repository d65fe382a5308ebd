import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readFile } from "@/lib/interop/entry/read-file";
import { writeFile } from "@/lib/interop/entry/write-file";

const folder = "../shared/data";
const files = globSync(`${folder}/{postmortems,recipes,postmortem-templates}/**/*.{md,yml,yaml}`).sort();

test.skipIf(!existsSync(folder))(
  "every real file comes in and goes out as the same bytes, and as the same document",
  { timeout: 60_000 },
  () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const bytes = readFileSync(file);
      const read = readFile({ path: file.slice(folder.length + 1), bytes });
      if ("unread" in read) throw new Error(`${file}: ${read.unread}`);
      expect(Buffer.from(writeFile(read.document, read.document).text).equals(bytes), file).toBe(true);
      const whole = writeFile(read.document);
      expect(readFile({ path: whole.name, bytes: Buffer.from(whole.text) }), file).toEqual(read);
    }
  },
);

test.skipIf(!existsSync(folder))(
  "what tells of an incident is a post-mortem, and what says how something is done a recipe",
  { timeout: 60_000 },
  () => {
    const kinds = files.map((file) => {
      const read = readFile({ path: file.split("/").at(-1) ?? "", bytes: readFileSync(file) });
      const wanted = file.includes("/recipes/") ? "recipe" : "postmortem";
      return "document" in read && read.document.kind === wanted ? "" : file;
    });
    expect(kinds.filter(Boolean)).toEqual([]);
  },
);
