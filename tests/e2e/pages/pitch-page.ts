import type { Page } from "@playwright/test";

type Words = { title: string; pitch?: string; name?: string };

export class PitchPage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async open() {
    await this.page.goto(`/e/${this.slug}/topics/pitch`);
    return this;
  }

  get title() {
    return this.page.getByLabel("What do you want to talk about?");
  }

  get pitch() {
    return this.page.getByLabel("One line of pitch");
  }

  get name() {
    return this.page.getByLabel("Your name, as others see it");
  }

  get send() {
    return this.page.getByRole("button", { name: "Hang it on the wall" });
  }

  async hang({ title, pitch, name }: Words) {
    await this.title.fill(title);
    if (pitch !== undefined) await this.pitch.fill(pitch);
    if (name !== undefined) await this.name.fill(name);
    await this.send.click();
    await this.page.waitForURL(/\/topics\/[0-9a-f-]{36}$/);
  }
}
