import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { buildSync } from "esbuild";
import { prisma } from "@/lib/db/client";
import { enter } from "@/lib/db/enter";
import { perform } from "@/lib/db/perform";
import { pitchTopic } from "@/lib/topic/commands/pitch";
import { anEvent, type TestEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";
import { rowsOf } from "@/tests/support/rows-that-name";
import { type answersTo, vectorAnswers } from "@/tests/support/seal-answers";
import { vectors } from "@/tests/support/seal-vectors";
import { filesHolding } from "@/tests/support/write-ahead-log";
import { phone } from "./pages/devices";
import { SealedRoomPage } from "./pages/sealed-room-page";

declare const seal: { answersTo: typeof answersTo };

async function aSealedTopic() {
  const event = await anEvent({ visibility: "private" });
  const [ann, bob, eve] = [
    await event.as("participant", "Ann Named"),
    await event.as("participant", "Bob Named"),
    await event.as("participant", "Eve Named"),
  ];
  const topicId = await perform(pitchTopic, ann, { title: "The outage", confidentiality: "sealed" });
  return { event, ann, bob, eve, topicId };
}

test("the browser's cipher answers as OpenSSL does", async ({ page, baseURL }) => {
  const { outputFiles } = buildSync({
    entryPoints: ["tests/support/seal-answers.ts"],
    bundle: true,
    format: "iife",
    globalName: "seal",
    write: false,
  });
  const blank = `${baseURL}/known-answers`;
  await page.route(blank, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto(blank);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const known = vectors();
  expect(await page.evaluate((given) => seal.answersTo(given), known)).toEqual(vectorAnswers(known));
});

test("those who are shown the code write and read; what they write leaves their phones encrypted only", async ({
  open,
}) => {
  const { event, ann, bob, eve, topicId } = await aSealedTopic();
  const at = `/e/${event.slug}/topics/${topicId}`;
  const said = `canary-${crypto.randomUUID()}`;
  const [hers, his] = [new SealedRoomPage(await open(ann, phone)), new SealedRoomPage(await open(bob, phone))];
  const everything = [await hers.listen(), await his.listen()];

  await hers.page.goto(at);
  await hers.page.getByRole("link", { name: "Go to the sealed room" }).click();
  await hers.page.getByRole("button", { name: "Open the room" }).click();
  const code = await hers.code();
  await hers.write(`It was the cache. ${said}`);
  await expect(hers.note(said)).toBeVisible();

  await his.page.goto(`${at}/room`);
  await his.enter("AAAA-BBBB-CCCC-DDDD");
  await expect(his.page.getByText("No room opens with that code.")).toBeVisible();
  await his.enter(code.toLowerCase());
  await expect(his.note(said)).toBeVisible();
  await his.write(`And nobody was on call. ${said}`);
  await expect(hers.note("And nobody was on call.")).toBeVisible({ timeout: 40_000 });

  await his.page.reload();
  await expect(his.note("It was the cache.")).toBeVisible();
  await complaintsOf(his.page);

  const outside = await open(eve, phone);
  await outside.goto(`${at}/room`);
  await expect(outside.getByRole("button", { name: "Enter" })).toBeVisible();
  expect(await outside.content()).not.toContain("envelope");

  for (const one of everything) {
    expect(one.size()).toBeGreaterThan(20);
    expect(await one.holding("The outage")).not.toEqual([]);
    expect(await one.holding(said)).toEqual([]);
    expect(await one.holding(code)).toEqual([]);
    expect(await one.holding(code.replaceAll("-", ""))).toEqual([]);
  }
  await nowhere(event, [said, code.replaceAll("-", "")]);
});

test("a code that is scanned opens the room, and is in no address and no request after", async ({ open }) => {
  const { event, ann, bob, topicId } = await aSealedTopic();
  const room = `/e/${event.slug}/topics/${topicId}/room`;
  const hers = new SealedRoomPage(await open(ann, phone));
  await hers.page.goto(room);
  await hers.page.getByRole("button", { name: "Open the room" }).click();
  const code = (await hers.code()).replaceAll("-", "");
  const his = new SealedRoomPage(await open(bob, phone));
  const heard = await his.listen();
  await his.page.goto(`${room}#c=${code}`);
  await expect(his.page.getByRole("heading", { name: "Sealed notes" })).toBeVisible();
  await expect.poll(() => new URL(his.page.url()).hash).toBe("");
  await hers.write("After him");
  await expect(his.note("After him")).toBeVisible({ timeout: 40_000 });
  expect(new URL(his.page.url()).hash).toBe("");
  expect(await heard.holding(code)).toEqual([]);
});

test("a note that the server changes, and one that it holds back, is told on the screen", async ({ open }) => {
  const { event, ann, topicId } = await aSealedTopic();
  const hers = new SealedRoomPage(await open(ann, phone));
  await hers.page.goto(`/e/${event.slug}/topics/${topicId}/room`);
  await hers.page.getByRole("button", { name: "Open the room" }).click();
  await hers.write("First words");
  await expect(hers.note("First words")).toBeVisible();
  const old = await enter(event.host, "host", ({ tx }) => tx.sealedNote.findFirstOrThrow({ where: { topicId } }));
  const put = (data: { box: string; rev: number }) =>
    enter(event.host, "host", ({ tx }) => tx.sealedNote.updateMany({ where: { topicId }, data }));

  await put({ rev: old.rev, box: `${old.box.slice(0, -4)}AAAA` });
  await hers.page.reload();
  await expect(hers.page.getByText("This note does not open")).toBeVisible();
  await put(old);
  await hers.page.reload();
  await hers.page.getByRole("button", { name: "Change" }).click();
  await hers.page.getByRole("textbox", { name: "What was said" }).fill("Second words");
  await hers.page.getByRole("button", { name: "Encrypt and save" }).first().click();
  await expect(hers.note("Second words")).toBeVisible();
  await expect(hers.page.getByRole("textbox", { name: "What was said" })).toBeHidden();
  await put({ rev: old.rev, box: old.box });
  await hers.page.reload();
  await expect(hers.page.getByText("Something is held back")).toBeVisible();
});

async function complaintsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** In no row, in no file of the database, in no log of the server. */
async function nowhere(event: TestEvent, words: string[]) {
  const rows = JSON.stringify(await rowsOf(event.host));
  await prisma().$executeRaw`select pg_switch_wal()`.catch(() => 0);
  for (const word of words) {
    expect(rows).not.toContain(word);
    expect(filesHolding(word)).toEqual([]);
  }
}
