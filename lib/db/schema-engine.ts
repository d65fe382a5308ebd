import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  mockMigrationAwareAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

const glueFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");

/**
 * Prisma's official schema engine, from WebAssembly: the same migrations and the same
 * `_prisma_migrations` as `prisma migrate deploy`, without a binary to download.
 * Without a connection it can still compare schemas.
 */
export async function openSchemaEngine(connectionString?: string): Promise<SchemaEngine> {
  loading ??= load();
  const { SchemaEngine } = await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(connectionString ? wholeScripts(connectionString) : noDatabase());
  return await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

// its glue knows one instance only: a second one would take the memory of the first
let loading: ReturnType<typeof load> | undefined;

async function load() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await readFile(glueFile.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  const loaded = glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** The adapter's own `executeScript` cuts at every semicolon, also inside function bodies. */
function wholeScripts(connectionString: string) {
  const factory = new PrismaPg({ connectionString, max: 2 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      // the adapter knows how to tell the engine what PostgreSQL said, but keeps it to itself
      const { onError } = adapter as unknown as { onError: (error: unknown) => never };
      await adapter.underlyingDriver().query(script).catch(onError.bind(adapter));
    };
    return adapter;
  };
  return factory;
}

/** The engine asks a database for its version even when it only compares two files. */
function noDatabase() {
  const factory = mockMigrationAwareAdapterFactory("postgres");
  const connect = factory.connect.bind(factory);
  const { Boolean: bool, Text: text, Int32: int } = ColumnTypeEnum;
  factory.connect = async () => ({
    ...(await connect()),
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [bool, text, int],
      rows: [[true, "PostgreSQL 18.4", 180004]],
    }),
  });
  return factory;
}
