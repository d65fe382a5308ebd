import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { aFullDay } from "@/tests/support/a-full-day";
import { expect, test } from "@/tests/support/browser";
import { phone } from "./pages/devices";

const most = 170 * 1024;

/** What the scripts weigh that the page itself names, as they travel. */
async function weigh(page: Page, path: string) {
  const html = await (await page.request.get(path)).text();
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\bnomodule\b/i.test(tag));
  const scripts = new Set(tags.flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []));
  expect(scripts.size).toBeGreaterThan(3);
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(await (await page.request.get(script)).body()).length;
  return bytes;
}

test("an attendee's first screen brings at most 170 KB of JavaScript", async ({ open }, { annotations }) => {
  const day = await aFullDay();
  const page = await open(day.regular, phone);
  for (const path of ["", "/topics", "/topics/quick", "/topics/pitch", "/board"]) {
    const bytes = await weigh(page, `/e/${day.slug}${path}`);
    const figure = `/e/…${path}: ${(bytes / 1024).toFixed(1)} KB`;
    console.log(figure);
    annotations.push({ type: "first-load JavaScript, gzip", description: figure });
    expect(bytes, figure).toBeLessThanOrEqual(most);
  }
});
