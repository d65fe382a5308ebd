import { spawnSync } from "node:child_process";
import { asRoot } from "./as-root";

const places = ["nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"];

/** The program, if this machine has one. */
export function findNginx() {
  return places.find((place) => spawnSync(place, ["-v"]).status === 0) ?? null;
}

/** Asks the system's package manager for one. Without it the tests behind a proxy are skipped. */
export function ensureNginx() {
  if (findNginx()) return;
  asRoot("apt-get", ["install", "-y", "--no-install-recommends", "nginx"]);
  if (!findNginx()) console.error("Without nginx (Debian package nginx) several processes behind it are not tested.");
}
