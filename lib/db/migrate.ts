import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { openSchemaEngine } from "@/lib/db/schema-engine";

const folder = join(import.meta.dirname, "../../prisma/migrations");
const everything = { externalTables: [], externalEnums: [] };

/**
 * Brings the database up to the newest migration and returns the names of those it applied.
 * Recorded as `prisma migrate deploy` does, so either may be used on the same database.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const engine = await openSchemaEngine(ownerUrl);
  const migrationsList = {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await migrationsOnDisk(),
  };
  await forgetFailed(engine, migrationsList);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList,
    filters: everything,
  });
  return appliedMigrationNames;
}

/** A script is one query and so one transaction: of a migration that failed nothing is left but its mention. */
async function forgetFailed(engine: SchemaEngine, migrationsList: MigrationList) {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: everything,
  });
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
}

/** The SQL that leads from one schema (null: the empty database) to another. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const engine = await openSchemaEngine();
  const datamodel = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : datamodel(from),
    to: datamodel(to),
    script: true,
    exitCode: null,
    filters: everything,
  });
  return stdout ?? "";
}

export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function migrationsOnDisk() {
  const names = await migrationNames();
  return await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(join(folder, path, "migration.sql"), "utf8"),
        },
      },
    })),
  );
}
