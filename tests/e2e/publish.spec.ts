import { createHash } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { anEntry } from "@/tests/support/a-published";
import { anOrgSpace } from "@/tests/support/a-space";
import { expect, test } from "@/tests/support/browser";
import { phone } from "./pages/devices";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(wcag).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  );

const body = "At 14:02 Jane Doe saw that db-prod-03.corp.acme.io (10.12.5.36) was gone.\n\nProject Zanzibar slept.";

test("a confidential post-mortem is made fit for everybody, released with two keys, and taken back", async ({
  open,
}) => {
  const space = await anOrgSpace();
  const [author, approver] = [space.owner, await space.as("approver")];
  const slug = `disk-full-${Date.now().toString(36)}`;
  const entryId = await anEntry(author, { kind: "postmortem", title: "Disk full", body });
  const studio = `/s/${space.space}/${entryId}/publish`;

  // the author works without JavaScript
  const desk = await open(author, { ...phone, javaScriptEnabled: false });
  await desk.goto(studio);
  await expect(desk.getByText("3 things were found that nobody has decided yet.")).toBeVisible();
  await desk.getByRole("button", { name: "Ask for it" }).click();
  await expect(desk.getByText("Say first what is to be done with the 3 things")).toBeVisible();
  await desk.getByLabel("More words to hide").fill("Zanzibar");
  await desk.getByLabel("Count times from the beginning").check();
  await desk.getByRole("button", { name: "Save what was decided" }).click();
  await expect(desk.getByText("Everything is decided and looked at.")).toBeVisible();
  await expect(desk.locator(".studio-outside").first()).toContainText("person-1 saw that host-1.example (192.0.2.1)");
  await desk.getByLabel("Public address").fill(slug);
  await desk.getByRole("button", { name: "Ask for it" }).click();
  await expect(desk.getByText("Somebody else has to look at it and approve.")).toBeVisible();

  const nobody = await open(null, phone);
  expect((await nobody.goto(`/library/${slug}`))?.status()).toBe(404);

  const second = await open(approver, phone);
  await second.goto(studio);
  await expect(second.getByRole("article", { name: "Public:" })).toContainText("host-1.example");
  expect(await axe(second)).toEqual([]);
  await second.getByRole("button", { name: "Approve exactly this" }).click();
  await expect(second.getByText("It is public:")).toBeVisible();

  const answer = await nobody.goto(`/library/${slug}`);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()["cache-control"]).toBe("public, max-age=0, s-maxage=60");
  expect(await answer?.text()).not.toMatch(/jane|doe\b|acme|10\.12|zanzibar|corp/i);
  await expect(nobody.getByText("Released with two keys")).toBeVisible();
  expect(await axe(nobody)).toEqual([]);
  const digest = nobody.getByRole("link", { name: /^[0-9a-f]{64}$/ });
  const content = await nobody.request.get((await digest.getAttribute("href")) ?? "");
  expect(
    createHash("sha256")
      .update(await content.body())
      .digest("hex"),
  ).toBe(await digest.textContent());
  // whoever is signed in gets a page of their own
  const signedIn = await second.goto(`/library/${slug}`);
  expect(signedIn?.headers()["cache-control"]).toContain("no-store");

  await second.goto(studio);
  await second.locator("summary", { hasText: "Withdraw" }).click();
  await second.getByLabel("Why, in words that everybody may read").fill("A customer was recognisable.");
  await second.getByRole("button", { name: "Withdraw" }).click();
  await expect(second.getByText("1 · Withdrawn")).toBeVisible();
  for (const path of [`/library/${slug}`, `/library/${slug}/v/1`]) {
    const gone = await nobody.goto(path);
    expect([gone?.status(), gone?.headers()["cache-control"]]).toEqual([410, expect.stringContaining("no-store")]);
    await expect(nobody.getByText("A customer was recognisable.")).toBeVisible();
  }
  expect((await nobody.request.get(`/library/${slug}/v/1/receipt`)).status()).toBe(404);
});
