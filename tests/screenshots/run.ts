import { mkdirSync, rmSync } from "node:fs";
import { chromium } from "@playwright/test";
import { buildWhenChanged } from "@/bin/build";
import { ensureChromium } from "@/bin/chromium";
import { startTestDatabase } from "@/tests/support/database";
import { startServer } from "@/tests/support/server";
import { take } from "./camera";
import { writeIndex } from "./index-page";
import { scenes } from "./scenes";
import { moveTheDayTo, openPhase, seededDay } from "./the-day";

const folder = "docs/screenshots";

/** Fills the made-up day into a database of its own and takes a picture of every screen of it. */
process.env.TWOFEET_DIST ??= ".next-test";
const database = await startTestDatabase();
buildWhenChanged();
const server = await startServer();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: ["--no-sandbox"] });
try {
  const day = await seededDay();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pictures: string[] = [];
  for (const { phase, hour, screens } of scenes(day)) {
    await moveTheDayTo(day, hour);
    await openPhase(day, phase);
    for (const screen of screens) pictures.push(...(await take(browser, server.url, screen, folder)));
  }
  writeIndex(folder, pictures);
  console.log(`${pictures.length} pictures in ${folder}.`);
} finally {
  await browser.close();
  await server.stop();
  await database.stop();
}
process.exit(0);
