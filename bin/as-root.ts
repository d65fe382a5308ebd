import { spawnSync } from "node:child_process";

/** Runs a program as root, itself being root or with sudo where that asks for no password; its output goes to stderr. */
export function asRoot(program: string, args: string[]) {
  if (process.getuid?.() === 0) attempt(program, args);
  else attempt("sudo", ["-n", program, ...args]);
}

export function attempt(program: string, args: string[]) {
  console.error(`${program} ${args.join(" ")}`);
  spawnSync(program, args, { stdio: ["ignore", process.stderr, process.stderr], timeout: 240_000 });
}
