import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const stamp = "generated/prisma/made-from";

/** Makes Prisma's client anew when the schema or Prisma itself has changed. */
export function generateClient() {
  const sources = ["prisma/schema.prisma", "node_modules/prisma/package.json"];
  const hash = createHash("sha256");
  for (const source of sources) hash.update(readFileSync(source));
  const now = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;

  // generating needs no schema engine, but looks for one to download: any program will do
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const command = ["node_modules/prisma/build/index.js", "generate", "--no-hints"];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}\n${stderr}`);
  writeFileSync(stamp, now);
}
