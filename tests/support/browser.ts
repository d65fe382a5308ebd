import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";
import type { Caller } from "@/lib/db/enter";
import { aSession } from "./session";

type Opening = BrowserContextOptions & { at?: string };
type Fixtures = {
  /** A device of its own, signed in as that person (nobody: a fresh browser), at the site or at another server. */
  open: (person: Pick<Caller, "userId"> | null, options?: Opening) => Promise<Page>;
};

export { expect } from "@playwright/test";

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  baseURL: async ({}, use) => use(process.env.TWOFEET_URL),
  open: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, { at = baseURL ?? "", ...options } = {}) => {
      const context = await browser.newContext({ baseURL: at, ...options });
      contexts.push(context);
      if (person?.userId) await context.addCookies([{ ...(await aSession(person.userId)), url: at }]);
      return await context.newPage();
    });
    // a worker that waits on a dead network may hold its context open; the browser's end takes it along
    await Promise.all(contexts.map((context) => Promise.race([context.close(), pause(20_000)])));
  },
});
