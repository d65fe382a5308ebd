import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

/** The oldest Node that all packages run on (package.json, `engines`). */
const oldest = [22, 19];

/**
 * Runs the rest of the program only under a Node that is new enough. Under an older one it finds Node 24
 * through npx, runs the same command under that, and never returns.
 */
export async function underModernNode() {
  if (isModern(process.versions.node)) {
    whenLeftAlone(() => process.kill(process.pid, "SIGTERM"));
    process.env.PATH = dirname(process.execPath) + delimiter + process.env.PATH;
    return;
  }
  const node = rememberedNode() ?? fetchNode();
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit" });
  whenLeftAlone(() => child.kill("SIGTERM"));
  // a terminal sends Ctrl-C to both; the child decides when the end has come
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  }
  const [code, signal] = await new Promise((ended) => child.on("exit", (...how) => ended(how)));
  process.exit(code ?? (signal ? 1 : 0));
}

/** npm's shell dies of a SIGTERM without passing it on; what it started must not outlive it. */
function whenLeftAlone(end) {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}

function isModern(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

const memory = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "twofeet", "node24");

function rememberedNode() {
  const path = existsSync(memory) ? readFileSync(memory, "utf8").trim() : "";
  if (!existsSync(path)) return null;
  return spawnSync(path, ["--version"]).status === 0 ? path : null;
}

function fetchNode() {
  console.error(`Node ${process.versions.node} is too old for Twofeet; fetching Node 24 through npx (once).`);
  const found = spawnSync("npx", ["--yes", "-p", "node@24", "node", "-p", "process.execPath"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const path = found.stdout?.trim().split("\n").at(-1) ?? "";
  if (found.status !== 0 || !existsSync(path)) {
    console.error(
      `Twofeet needs Node ${oldest.join(".")} or newer and could not fetch it. Install it and start again.`,
    );
    process.exit(1);
  }
  try {
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(memory, path);
  } catch {
    // a home that cannot be written to only costs the next start some seconds
  }
  return path;
}
