import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [name, ...args] = process.argv.slice(2);
const root = join(import.meta.dirname, "..");
const { status } = spawnSync(
  process.execPath,
  ["--import", "tsx", join(root, `bin/${name}.ts`), ...args],
  {
    cwd: root,
    stdio: "inherit",
  },
);
process.exit(status ?? 1);
