import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Makes the data folder where TWOFEET_DATA says and puts its secret into the environment. */
export function openDataFolder() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const wanted = resolve(process.env.TWOFEET_DATA || ".twofeet");
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const folder = realpathSync(wanted);
  process.env.TWOFEET_DATA = folder;
  process.env.TWOFEET_SECRET ||= kept(join(folder, "secret"));
  return folder;
}

/** 32 random bytes, the same on every start. */
export function kept(file: string) {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const value = randomBytes(32).toString("hex");
  writeFileSync(file, `${value}\n`, { mode: 0o600, flag: "wx" });
  return value;
}
