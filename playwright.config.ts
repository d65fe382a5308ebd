import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./bin/chromium";

const chromium = findChromium();
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/support/site.ts",
  fullyParallel: true,
  workers: 2,
  retries: 2,
  forbidOnly: true,
  timeout: 180_000,
  globalTimeout: 50 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Brussels",
    trace: "retain-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [...quiet, "--disable-component-update", "--disable-sync", ...asRoot],
    },
  },
  projects: [
    { name: "phone", use: devices["Pixel 7"], testIgnore: "**/*.desktop.spec.ts" },
    { name: "desktop", use: devices["Desktop Chrome"], testMatch: "**/*.{desktop,everywhere}.spec.ts" },
  ],
});
