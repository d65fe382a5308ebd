import type { Page } from "@playwright/test";

/** What is wider than a screen of that width, with words of that size. */
export async function sidewaysAt(page: Page, width: number, percent: number) {
  await page.setViewportSize({ width, height: 740 });
  return page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const over = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > room + 1);
    return [`${document.documentElement.scrollWidth} px: ${over.slice(0, 3).map((one) => one.outerHTML.slice(0, 90))}`];
  }, percent);
}

/** What a thumb would miss: below 44 px, or below 24 px in the middle of a sentence. */
export async function smallTargets(page: Page) {
  return page.evaluate(() => {
    const small: string[] = [];
    const seen = (box: DOMRect) => box.width > 1 && box.height > 1;
    const boxOf = (one: Element) => {
      const choice = one.matches("[type=checkbox], [type=radio]") ? one.closest("label") : null;
      const covered = getComputedStyle(one, "::after").position === "absolute" ? one.closest("li, .now-card") : null;
      return (choice ?? covered ?? one).getBoundingClientRect();
    };
    const inSentence = (one: Element) =>
      getComputedStyle(one).display === "inline" && one.closest("p, li, dd") !== null;
    for (const one of document.querySelectorAll(
      "a[href], button, input:not([type=hidden]), select, textarea, summary",
    )) {
      const box = boxOf(one);
      if (!seen(box) || !one.checkVisibility()) continue;
      const least = inSentence(one) ? 23.5 : 43.5;
      if (Math.min(box.width, box.height) < least)
        small.push(`${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML.slice(0, 100)}`);
    }
    return small;
  });
}
