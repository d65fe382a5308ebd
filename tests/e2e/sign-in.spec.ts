import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { anyFreePort } from "@/bin/port";
import { prisma } from "@/lib/db/client";
import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { startServer } from "@/tests/support/server";

const anAddress = () => `ann-${crypto.randomUUID().slice(0, 8)}@example.org`;

/** The newest mail of the local outbox to that address. */
async function mailTo(address: string) {
  const outbox = join(process.env.TWOFEET_DATA ?? "", "outbox");
  const mails = readdirSync(outbox).sort().reverse();
  const found = mails.map((name) => readFileSync(join(outbox, name))).find((mail) => mail.includes(`To: ${address}`));
  return linkIn((await simpleParser(found ?? "")).text ?? "");
}

const linkIn = (text: string) => new URL(/https?:\S+\/sign-in\/confirm\S+/.exec(text)?.[0] ?? "http://no-link");
const pathOf = (link: URL) => link.pathname + link.search;

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript too";

  test(`a guest adds an e-mail and keeps everything; the link works once${how}`, async ({ open }) => {
    const [event, address] = [await anEvent(), anAddress()];
    const page = await open(null, { javaScriptEnabled });
    await page.goto(`/j/${event.code}`);
    await page.goto(`/e/${event.slug}/join?next=/e/${event.slug}/me`);
    await page.getByRole("button", { name: "Open the event" }).click();
    await expect(page).toHaveURL(/\/me$/);
    const name = await page.getByLabel("Others see").inputValue();
    await page.getByLabel("Your e-mail").fill(address);
    await page.getByRole("button", { name: "Mail me a link" }).click();
    await expect(page).toHaveURL(/\/sign-in\/sent$/);

    const link = pathOf(await mailTo(address));
    await page.goto(link);
    await page.getByRole("button", { name: `Sign in as ${address}` }).click();
    await expect(page).toHaveURL(new RegExp(`/e/${event.slug}/me$`));
    await expect(page.getByLabel("Others see")).toHaveValue(name);
    await expect(page.getByText(`You are signed in as ${address}`)).toBeVisible();

    const second = await open(null, { javaScriptEnabled });
    await second.goto(link);
    await second.getByRole("button", { name: /^Sign in as/ }).click();
    await expect(second.getByRole("alert").filter({ hasText: "has been used or is too old" })).toBeVisible();
  });

  test(`signing out everywhere signs the other device out as well${how}`, async ({ open }) => {
    const event = await anEvent();
    await prisma().user.update({ where: { id: event.host.userId }, data: { email: anAddress() } });
    const [here, there] = [await open(event.host, { javaScriptEnabled }), await open(event.host)];
    await there.goto(`/e/${event.slug}/desk`);
    await expect(there.getByRole("heading", { level: 1, name: "The desk" })).toBeVisible();
    await here.goto(`/e/${event.slug}/me`);
    await here.getByRole("button", { name: "Sign out on every device" }).click();
    await expect(here).toHaveURL(/\/$/);
    expect((await there.goto(`/e/${event.slug}/desk`))?.status()).toBe(404);
  });
}

test("opening a mailed link changes nothing, for scanners open links", async ({ open, request }) => {
  const address = anAddress();
  const page = await open(null);
  await page.goto("/sign-in?next=https://evil.example/");
  await page.getByLabel("Your e-mail").fill(address);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page).toHaveURL(/\/sign-in\/sent$/);
  const link = pathOf(await mailTo(address));
  for (let times = 0; times < 3; times++) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await page.getByRole("button", { name: `Sign in as ${address}` }).click();
  await expect(page).toHaveURL(/localhost:\d+\/$/);
  await page.goto("/account");
  await expect(page.getByText(`You are signed in as ${address}`)).toBeVisible();
});

test("a known and an unknown address get the same answer; no address gets a sentence", async ({ open }) => {
  const page = await open(null);
  const known = anAddress();
  const answers: (string | null)[] = [];
  for (const address of [known, known, anAddress()]) {
    await page.goto("/sign-in");
    await page.getByLabel("Your e-mail").fill(address);
    await page.getByRole("button", { name: "Mail me a link" }).click();
    await expect(page).toHaveURL(/\/sign-in\/sent$/);
    answers.push(await page.getByRole("main").textContent());
  }
  expect(new Set(answers).size).toBe(1);
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail").fill("ann＠example.org@x");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "does not look like an e-mail address" })).toBeVisible();
  await expect(page.getByLabel("Your e-mail")).toHaveValue("ann＠example.org@x");
});

test("with SMTP settings the link goes out by mail", async ({ open }) => {
  const address = anAddress();
  let arrived: (text: string) => void;
  const mail = new Promise<string>((done) => {
    arrived = done;
  });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) =>
      void simpleParser(stream).then(({ text = "" }) => {
        arrived(text);
        done();
      }),
  });
  const port = await anyFreePort();
  await new Promise<void>((listening) => smtp.listen(port, "127.0.0.1", listening));
  const server = await startServer({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  const page = await open(null, { at: server.url });
  await page.goto("/sign-in?next=/account");
  await page.getByLabel("Your e-mail").fill(address);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.goto(linkIn(await mail).href);
  await page.getByRole("button", { name: `Sign in as ${address}` }).click();
  await expect(page).toHaveURL(/\/account$/);
  await server.stop();
  await new Promise<void>((closed) => smtp.close(closed));
});

test("a provider's button leads to the provider, with JavaScript and without", async ({ open }) => {
  const server = await startServer({ GITHUB_ID: "our-id", GITHUB_SECRET: "our-secret" });
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(null, { at: server.url, javaScriptEnabled });
    await page.context().route("https://github.com/**", (route) => route.fulfill({ body: "GitHub" }));
    await page.goto("/sign-in?next=/new");
    await page.getByRole("button", { name: "Continue with GitHub" }).click();
    await expect(page).toHaveURL(/^https:\/\/github\.com\/login\/oauth\/authorize\?/);
    const asked = new URL(page.url()).searchParams;
    expect(asked.get("client_id")).toBe("our-id");
    expect(asked.get("redirect_uri")).toBe(`${server.url}/api/auth/callback/github`);
    expect(asked.get("state")).toBeTruthy();
    const kept = (await page.context().cookies(server.url)).map(({ name }) => name);
    expect(kept).toContain("next-auth.state");
  }
  await server.stop();
});
