import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { asRoot, attempt } from "./as-root";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that runs here: Playwright's own, else the system's. */
export function findChromium() {
  return [chromium.executablePath(), ...installed].find(runs) ?? null;
}

/** Finds one, or downloads Playwright's, or asks the system's package manager. */
export function ensureChromium() {
  const attempts = [
    () => undefined,
    () => attempt(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]),
    () => asRoot("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]),
  ];
  for (const step of attempts) {
    step();
    const found = findChromium();
    if (found) return found;
  }
  throw new Error("There is no Chromium here, and none could be installed: apt-get install chromium.");
}

function runs(path: string) {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 20_000 }).status === 0;
}
