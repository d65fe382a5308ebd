import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diffSchemas, migrationNames } from "@/lib/db/migrate";

/**
 * `npm run diff NAME`: writes the next migration from the newest kept copy of the schema to
 * prisma/schema.prisma. Policies, functions and grants are added to the file by hand.
 */
const name = process.argv[3];
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error("Name the migration: npm run diff add_notes");

const prisma = join(import.meta.dirname, "../prisma");
const before = await migrationNames();
const kept = before.at(-1);
const from = kept ? await readFile(join(prisma, "migrations", kept, "schema.prisma"), "utf8").catch(() => null) : null;
const sql = await diffSchemas(from, await readFile(join(prisma, "schema.prisma"), "utf8"));

const folder = join(prisma, "migrations", `${String(before.length + 1).padStart(4, "0")}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "migration.sql"), sql);
await copyFile(join(prisma, "schema.prisma"), join(folder, "schema.prisma"));
console.log(`${folder}/migration.sql: ${sql.split("\n").length} lines`);
process.exit(0);
