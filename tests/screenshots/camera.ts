import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import { keptPages, wholeDay } from "@/tests/e2e/pages/phone-storage";
import { aSession } from "@/tests/support/session";
import type { Screen } from "./scenes";

const devices = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};
/** The projector's theme is the same by day and in the dark. */
const oneTheme = ["light"] as const;
const bothThemes = ["light", "dark"] as const;
const beamer = { wall: { viewport: { width: 1920, height: 1080 } } };

/** One screen on a phone and on a desk, or on the wall, by day and in the dark. Answers the names of the files. */
export async function take(browser: Browser, url: string, screen: Screen, folder: string) {
  const files: string[] = [];
  for (const [device, options] of Object.entries(screen.wall ? beamer : devices))
    for (const colorScheme of screen.wall ? oneTheme : bothThemes) {
      const file = `${screen.name}.${device}.${colorScheme}.png`;
      const context = await browser.newContext({
        baseURL: url,
        locale: "en-GB",
        reducedMotion: "reduce",
        colorScheme,
        ...options,
      });
      if (screen.who) await context.addCookies([{ ...(await aSession(screen.who.userId)), url }]);
      const page = await context.newPage();
      await page.goto(screen.path, { waitUntil: "networkidle" });
      if (screen.offline === "acts") await cutOff(page);
      if (screen.offline === "reads") await openAppOffline(page);
      writeFileSync(join(folder, file), await small(await page.screenshot({ animations: "disabled" })));
      await context.close();
      files.push(file);
    }
  return files;
}

/** With a palette a picture is a third as large; the encoder is there wherever Next found one for its images. */
async function small(png: Buffer) {
  return import("sharp").then(
    ({ default: sharp }) => sharp(png).png({ palette: true, quality: 95, effort: 10 }).toBuffer(),
    () => png,
  );
}

/** A dot taken back on a dead network. */
async function cutOff(page: Page) {
  await page.context().setOffline(true);
  await page
    .getByRole("button", { name: /^Take a dot back from/ })
    .first()
    .click();
  await page.getByText("saved on this phone").waitFor();
}

/** The installed app is opened without a network, after one visit. */
async function openAppOffline(page: Page) {
  const slug = new URL(page.url()).pathname.split("/")[2] ?? "";
  await expect.poll(() => keptPages(page, slug), { timeout: 60_000 }).toEqual(wholeDay(slug));
  await page.context().setOffline(true);
  await page.goto("/");
}
