import { enter, wallKey } from "@/lib/db/enter";
import { aFullDay } from "@/tests/support/a-full-day";
import { expect, test } from "@/tests/support/browser";
import { noteRefusals } from "./pages/refused-by-policy";

test("no page of the day asks its browser for what the policy refuses, nor anybody else for anything", async ({
  open,
  baseURL,
}) => {
  const day = await aFullDay();
  const wall = await enter(day.host, "host", async ({ event }) => wallKey(event));
  const page = await open(day.host);
  const { refused, hosts } = await noteRefusals(page);
  const places = ["", "/board", "/programme", "/topics", "/topics/quick", "/topics/pitch", "/me", "/desk", "/settings"];
  const paths = [...places, "/stars", `/topics/${day.topicIds[0]}`, `/talk/${day.talkId}`].map(
    (place) => `/e/${day.slug}${place}`,
  );
  for (const path of [...paths, `/wall/${day.slug}/${wall}`, "/", "/account", "/new", "/sign-in", "/e/none"]) {
    const nonce = (await page.goto(path))?.headers()["content-security-policy"];
    expect(nonce, path).toContain("'strict-dynamic'");
    await page.waitForLoadState("networkidle");
    expect(refused, path).toEqual([]);
  }
  expect(hosts()).toEqual([new URL(baseURL ?? "").host]);
});

test("going from page to page brings scripts by scripts, and a worker that keeps them", async ({ open }) => {
  const day = await aFullDay();
  const page = await open(day.regular);
  const { refused } = await noteRefusals(page);
  await page.goto(`/e/${day.slug}`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  for (const place of ["topics", "board", "me"]) {
    await page.locator(`nav a[href$="/${place}"]`).first().click({ timeout: 20_000 });
    await page.waitForURL(`**/${place}`);
    await page.waitForLoadState("networkidle");
  }
  expect(refused).toEqual([]);
});

test("markup that got into a page runs nothing, and no text becomes a script", async ({ open }) => {
  const day = await aFullDay();
  const page = await open(day.regular);
  const path = `/e/${day.slug}/topics`;
  await page.route(`**${path}`, async (route) => {
    const answer = await route.fetch();
    const planted = `<script>window.ran="inline"</script><script src="/_next/static/x.js?ran"></script><img src="/none" onerror="window.ran='handler'">`;
    await route.fulfill({ response: answer, body: (await answer.text()).replace("<body>", `<body>${planted}`) });
  });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  const turned = await page.evaluate(() => {
    const attempts = [
      () => document.body.insertAdjacentHTML("beforeend", "<b>x</b>"),
      () => Object.assign(document.createElement("script"), { src: "https://example.org/x.js" }),
      () => Object.assign(document.createElement("script"), { src: "/e/x/outbox" }),
      () => Object.assign(document.createElement("script"), { text: "1" }),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return "done";
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(turned).toEqual(["TypeError", "TypeError", "TypeError", "TypeError"]);
});

test("what is not found is one whole page, with scripts and without, that leads home", async ({ open }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(null, { javaScriptEnabled });
    const { refused } = await noteRefusals(page);
    expect((await page.goto("/e/none/topics"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/\/e\/none\/topics$/);
    await page.getByRole("link").first().click();
    await expect(page).toHaveURL(/\/$/);
    expect(refused).toEqual([]);
  }
});
