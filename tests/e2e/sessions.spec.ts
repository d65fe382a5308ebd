import { anEvent } from "@/tests/support/an-event";
import { expect, test } from "@/tests/support/browser";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript too";

  test(`a person ends the session of a device that was left behind${how}`, async ({ open }) => {
    const event = await anEvent({ visibility: "private" });
    const ann = await event.as("participant");
    const left = await open(ann);
    await left.goto(`/e/${event.slug}/topics`);
    await expect(left.getByRole("heading", { level: 1 })).toBeVisible();
    const here = await open(ann, { javaScriptEnabled });
    await here.goto("/account");
    const devices = here.getByRole("listitem").filter({ hasText: "Last used" });
    await expect(devices).toHaveCount(2);
    await expect(devices.filter({ hasText: "This device" })).toHaveCount(1);

    await devices.getByRole("button", { name: /^End/ }).click();
    await expect(devices).toHaveCount(1);
    await expect(devices).toContainText("This device");
    expect((await left.request.get(`/e/${event.slug}/topics`)).status()).toBe(404);
    expect((await here.request.get(`/e/${event.slug}/topics`)).status()).toBe(200);
  });
}
