import { ask, perform } from "@/lib/db/perform";
import { askQuestion } from "@/lib/question/commands";
import { viewQuestions } from "@/lib/question/queries";
import { aFullDay } from "@/tests/support/a-full-day";
import { expect, test } from "@/tests/support/browser";
import { rowsOf, tablesJoining } from "@/tests/support/rows-that-name";
import { phone } from "./pages/devices";

test("a talk is asked without a name and without JavaScript; others want it too, a facilitator answers and hides", async ({
  open,
}) => {
  const day = await aFullDay();
  const [ann, bob] = [await day.as("participant", "Annabella Named"), await day.as("participant", "Bob")];
  const talk = { about: "talk" as const, subjectId: day.talkId };
  const at = `/e/${day.slug}/talk/${day.talkId}`;
  const hers = await open(ann, { ...phone, javaScriptEnabled: false });
  await hers.goto(at);
  await hers.getByLabel("Your question").fill("Does the board know?");
  await hers.getByLabel(/Ask without my name/).check();
  await hers.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(hers.getByText("Without a name")).toBeVisible();
  const [asked] = (await ask(viewQuestions, day.host, talk))?.questions ?? [];
  expect(asked).toMatchObject({ body: "Does the board know?", by: null });
  expect(tablesJoining(await rowsOf(day.host), ann.memberId, asked?.id ?? "")).toEqual([]);

  const his = await open(bob, phone);
  await his.goto(at);
  await his.getByRole("button", { name: /I want to know this too/ }).click();
  await expect(his.getByRole("button", { name: /one person so far/ })).toHaveAttribute("aria-pressed", "true");

  const host = await open(day.host, phone);
  await host.goto(at);
  await host.getByText("Answer", { exact: true }).click();
  await host.getByLabel("What was answered").fill("Since Tuesday.");
  await host.getByRole("button", { name: "Mark as answered" }).click();
  await expect(host.getByText("Since Tuesday.").first()).toBeVisible();
  await host.getByRole("button", { name: "Hide from everybody" }).click();
  await expect(host.getByText("Hidden", { exact: true })).toBeVisible();
  await his.reload();
  await expect(his.getByRole("heading", { name: "Questions" })).toBeVisible();
  await expect(his.getByText("Does the board know?")).toBeHidden();
});

test("a topic's question bears its asker's name, and markup in it is text", async ({ open }) => {
  const day = await aFullDay();
  const ann = await day.as("participant", "Annabella Named");
  const topicId = day.topicIds[3] ?? "";
  const body = "<img src=x onerror=alert(1)> or **not**?";
  await perform(askQuestion, ann, { about: "topic", subjectId: topicId, body });
  const page = await open(ann, phone);
  await page.goto(`/e/${day.slug}/topics/${topicId}`);
  await expect(page.getByText(body)).toBeVisible();
  await expect(page.getByText("Annabella Named").first()).toBeVisible();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText(body)).toBeHidden();
});
