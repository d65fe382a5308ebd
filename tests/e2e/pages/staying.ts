import { expect, type Page } from "@playwright/test";

const marked = "twofeetStays";

/** Leaves a mark in these windows; the answer says whether each is still there, that is: none was loaded anew. */
export async function staying(...pages: Page[]) {
  for (const page of pages) await page.evaluate((name) => Object.assign(window, { [name]: true }), marked);
  return async () => {
    for (const page of pages) expect(await page.evaluate((name) => name in window, marked)).toBe(true);
  };
}

/** Counts what a hand does on every page of this window: taps, and keys or letters. */
export async function countingHand(page: Page) {
  await page.addInitScript(() => {
    const count = (what: string) => sessionStorage.setItem(what, String(Number(sessionStorage.getItem(what)) + 1));
    addEventListener("click", (click) => click.isTrusted && count("taps"), true);
    addEventListener("input", () => count("typed"), true);
    addEventListener("keydown", () => count("typed"), true);
  });
  return () =>
    page.evaluate(() => ({
      taps: Number(sessionStorage.getItem("taps")),
      typed: Number(sessionStorage.getItem("typed")),
    }));
}
