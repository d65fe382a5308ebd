import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { aFullDay } from "@/tests/support/a-full-day";
import { expect, test } from "@/tests/support/browser";
import { desk, phone } from "./pages/devices";
import { sidewaysAt, smallTargets } from "./pages/reach";
import { screensOf } from "./pages/screens";

test.describe.configure({ timeout: 600_000 });

const wcag = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** All rules on a phone by day; on a desk in the dark what depends on colours and width. */
async function complaints(page: Page) {
  const phoneByDay = await new AxeBuilder({ page }).withTags(wcag).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(desk.viewport);
  await repainted(page);
  const deskInTheDark = await new AxeBuilder({ page }).withRules(["color-contrast", "target-size"]).analyze();
  const said = (where: string, { violations }: typeof phoneByDay) =>
    violations.map(({ id, nodes }) => `${where} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  return [...said("phone", phoneByDay), ...said("desk, dark", deskInTheDark)];
}

/** The new colours and widths are on the screen: axe must not weigh one against the other's ground. */
async function repainted(page: Page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
  });
}

const parts = { "people who take part": 0, "people who run it": 1, "the library": 2 };
const partOf = (name: string) => (name.startsWith("library") ? 2 : runners.test(name) ? 1 : 0);
const runners = /^(account|new-event|desk|settings|crew|topic-crew|board-crew|wall|sign-in|wrong-code|home)/;

for (const [whose, number] of Object.entries(parts))
  test(`every screen of ${whose}: axe is content, nothing scrolls sideways, all is large enough to tap`, async ({
    open,
  }) => {
    const found: string[] = [];
    const screens = (await screensOf(await aFullDay())).filter(({ name }) => partOf(name) === number);
    expect(screens.length).toBeGreaterThan(10);
    for (const { name, path, who } of screens) {
      const page = await open(who, { ...phone, reducedMotion: "reduce" });
      await page.goto(path);
      const said = [
        ...(await smallTargets(page)),
        ...(await sidewaysAt(page, 320, 100)),
        ...(await sidewaysAt(page, 640, 200)),
        ...(await atRest(page, complaints)),
      ];
      found.push(...said.map((what) => `${name}: ${what}`));
      await page.close();
    }
    expect(found).toEqual([]);
  });

/** Back to what the phone was. */
async function atRest<T>(page: Page, look: (page: Page) => Promise<T>) {
  await page.setViewportSize(phone.viewport);
  await page.evaluate(() => document.documentElement.removeAttribute("style"));
  return look(page);
}

for (const locale of ["en", "fr", "nl", "de", "es"])
  test(`who reads ${locale} is spoken to in ${locale}, and the page says so`, async ({ open }) => {
    const page = await open(null, { ...phone, locale });
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    const words = await page.getByRole("heading", { level: 1 }).innerText();
    const english = await page.request.get("/", { headers: { "accept-language": "en" } });
    expect((await english.text()).includes(words)).toBe(locale === "en");
  });
