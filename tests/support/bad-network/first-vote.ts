import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { badHall } from "./air";
import { BadNetwork } from "./proxy";

export type FirstVote = {
  /** From opening the QR code's link: the first dot can be tapped, milliseconds. */
  possibleMs: number;
  /** The server has the dot. */
  storedMs: number;
  /** The phone shows it as acknowledged. */
  shownMs: number;
  /** What travelled until the dot could be tapped, and over how many connections. */
  kilobytes: number;
  connections: number;
  /** Dots of all guests afterwards: one tap, so 1. */
  dots: number;
  requests: string[];
};

type Hall = {
  port: number;
  code: string;
  seed: number;
  /** How many dots the server has. */
  given: () => Promise<number>;
  device?: BrowserContextOptions;
};

/**
 * A cold phone in a bad hall scans the QR code and gives its first dot, as soon as there is one to tap: it does
 * what a hurried thumb does, and never waits for scripts.
 */
export async function firstVote(browser: Browser, { port, code, seed, given, device }: Hall): Promise<FirstVote> {
  const network = await BadNetwork.open(port, { air: badHall, seed });
  const context = await browser.newContext({ baseURL: network.url, ...device });
  try {
    const page = await context.newPage();
    const before = await given();
    const began = performance.now();
    const since = () => Math.round(performance.now() - began);
    void page.goto(`/j/${code}`, { waitUntil: "commit", timeout: 60_000 }).catch(() => {});
    await tapSoon(page);
    const possibleMs = since();
    const { bytes, connections } = network.traffic;
    const stored = until(async () => (await given()) > before, since);
    const shownMs = await until(() => isAcknowledged(page), since);
    const kilobytes = Math.round(bytes / 102.4) / 10;
    const requests = network.requests.map(({ line }) => line);
    const dots = (await given()) - before;
    return { possibleMs, storedMs: await stored, shownMs, kilobytes, connections, dots, requests };
  } finally {
    await context.close();
    await network.close();
  }
}

/** Taps the first dot there is, where need be on the way that the page offers. */
async function tapSoon(page: Page) {
  const dot = page.getByRole("button", { name: /^(Put a dot on|Give \d+ dots?)/ }).first();
  const way = page.getByRole("link", { name: "Give your dots" });
  await dot.or(way).first().waitFor({ timeout: 60_000 });
  if (!(await dot.isVisible())) await way.click({ noWaitAfter: true });
  await dot.click({ noWaitAfter: true, timeout: 60_000 });
}

async function isAcknowledged(page: Page) {
  const down = page.locator('[data-state="down"]');
  const pending = page.locator('.page [data-state="pending"]');
  return (await page.locator('[data-mine-dots="1"]').or(down).count()) > 0 && (await pending.count()) === 0;
}

async function until(holds: () => Promise<boolean>, since: () => number) {
  while (since() < 60_000) {
    if (await holds().catch(() => false)) return since();
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error("The dot did not arrive within a minute.");
}
