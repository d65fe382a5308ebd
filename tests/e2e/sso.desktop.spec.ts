import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { anOrg } from "@/tests/support/an-org";
import { expect, test } from "@/tests/support/browser";
import { anIdentityProvider } from "@/tests/support/identity-provider";
import { startServer } from "@/tests/support/server";
import { phone } from "./pages/devices";

const wcag = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const client = { id: "twofeet", secret: "a secret of the company and its provider" };

async function comeIn(page: Page, door: string) {
  await page.goto(door);
  await page.getByRole("button", { name: "Go to the company’s sign-in" }).click();
}

test("a company sets up its own sign-in, an owner comes in by it and closes every other way", async ({ open }) => {
  const provider = await anIdentityProvider(client);
  const server = await startServer({ SSO_INSIDE: new URL(provider.issuer).host });
  const org = await anOrg("Harbour Works");
  const settings = `/o/${org.slug}/sso`;
  const owner = await open(org.owner, { at: server.url });

  await owner.goto(settings);
  await owner.getByLabel("Issuer").fill("https://127.0.0.1/");
  await owner.getByLabel("Client ID").fill(client.id);
  await owner.getByLabel("Client secret").fill(client.secret);
  await owner.getByText("Who becomes an owner").click();
  await owner.getByLabel("Claim").first().fill("groups");
  await owner.getByLabel("Value").first().fill("twofeet-owners");
  await owner.getByRole("button", { name: "Save and try" }).click();
  await expect(owner.getByRole("alert").filter({ hasText: "could not reach the provider" }).first()).toBeVisible();
  await owner.getByLabel("Issuer").fill(provider.issuer);
  await owner.getByLabel("Client secret").fill(client.secret);
  await owner.getByRole("button", { name: "Save and try" }).click();
  await expect(owner.getByText("Saved. The provider answers.")).toBeVisible();
  expect(await owner.content()).not.toContain(client.secret);

  await owner.getByRole("button", { name: "Close the other way in" }).click();
  await expect(owner.getByRole("alert").filter({ hasText: "First let an owner sign in that way" })).toBeVisible();
  const door = await owner.getByLabel("Address to sign in at").inputValue();

  provider.person = { sub: "boss", name: "Bea Boss", groups: ["twofeet-owners"] };
  const boss = await open(null, { at: server.url });
  await comeIn(boss, `${door}?next=${settings}`);
  await expect(boss).toHaveURL(new RegExp(`${settings}$`));
  await boss.getByRole("button", { name: "Close the other way in" }).click();
  await expect(boss.getByText("Only the company’s sign-in opens")).toBeVisible();

  await owner.reload();
  expect((await owner.request.get(settings)).status()).toBe(404);
  await owner.goto("/account");
  await owner.getByRole("link", { name: "Sign in to Harbour Works" }).click();
  await expect(owner).toHaveURL(door);

  for (const [page, path] of [
    [boss, settings],
    [boss, "/account"],
    [owner, door],
  ] as const) {
    await page.setViewportSize(phone.viewport);
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }

  provider.person = { sub: "staff", name: "Sam Staff" };
  const staff = await open(null, { at: server.url, javaScriptEnabled: false });
  await comeIn(staff, `${door}?next=/account`);
  await expect(staff).toHaveURL(/\/account$/);
  await expect(staff.getByText("You are signed in as staff")).toBeVisible();
  expect((await staff.request.get(settings)).status()).toBe(404);

  provider.tamper = (token) => provider.signed(token, provider.strangeKey);
  const mallory = await open(null, { at: server.url });
  await comeIn(mallory, `${door}?next=${settings}`);
  await expect(mallory.getByRole("alert").filter({ hasText: "did not work out" })).toBeVisible();
  await provider.stop();
  await server.stop();
});

test("an address of nobody's sign-in is not found, whatever is done there", async ({ open }) => {
  const page = await open(null);
  const nowhere = `/sso/${"x".repeat(22)}`;
  expect((await page.goto(nowhere))?.status()).toBe(404);
  expect((await page.request.post(`${nowhere}/start`, { headers: { origin: "https://evil.example" } })).status()).toBe(
    403,
  );
  expect((await page.request.get(`${nowhere}/back?code=x&state=y`)).status()).toBe(404);
});
