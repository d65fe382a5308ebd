import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { anEvent, aUser } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";

/** All of it once; in the dark the colours are all that is different. */
function axe(page: Page, colorScheme: "light" | "dark") {
  const axe = new AxeBuilder({ page });
  return (colorScheme === "light" ? axe.withTags(wcag) : axe.withRules(["color-contrast"])).analyze();
}

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const colorScheme of ["light", "dark"] as const)
  test(`no ${colorScheme} screen around an event has anything for axe to complain about`, async ({ open }) => {
    const event = await anEvent({ voters: "ticket" });
    const guest = await event.as("participant");
    const host = { userId: event.host.userId };
    const screens: [path: string, who: { userId: string | null } | null][] = [
      ["/", null],
      ["/?code=NOPE42", null],
      ["/sign-in", null],
      ["/sign-in/sent", null],
      ["/sign-in/confirm?email=ann@example.org&token=x", null],
      ["/new", { userId: await aUser(`ann-${crypto.randomUUID()}@example.org`) }],
      ["/account", host],
      [`/e/${event.slug}/join`, null],
      [`/e/${event.slug}/me`, null],
      [`/e/${event.slug}/me`, guest],
      [`/e/${event.slug}/desk`, host],
      [`/e/${event.slug}/settings`, host],
    ];
    const found: string[] = [];
    for (const [path, who] of screens) {
      const page = await open(who, { colorScheme });
      await page.goto(path);
      const { violations } = await axe(page, colorScheme);
      for (const { id, nodes } of violations)
        found.push(`${path} (${colorScheme}): ${id} at ${nodes.map(({ target }) => target).join(", ")}`);
      await page.close();
    }
    expect(found).toEqual([]);
  });
