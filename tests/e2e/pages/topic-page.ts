import type { Page } from "@playwright/test";

/** One topic: the note, its dots, its notes, what it may be joined with. */
export class TopicPage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async open(topicId: string) {
    await this.page.goto(`/e/${this.slug}/topics/${topicId}`);
    return this;
  }

  get note() {
    return this.page.getByRole("article");
  }

  async proposeToJoin(title: string) {
    await this.page.getByText("Is this the same as another topic?").click();
    await this.page.getByLabel("Join it with").selectOption({ label: title });
    await this.page.getByRole("button", { name: "Propose to join them" }).click();
  }

  get agree() {
    return this.page.getByRole("button", { name: "Yes, join them" });
  }

  async place(slot: string, room: string) {
    await this.page.getByText("Place it on the board").first().click();
    await this.page.getByLabel("Times", { exact: true }).selectOption({ label: slot });
    await this.page.getByLabel("Room").selectOption({ label: room });
    await this.page.getByRole("button", { name: "Place it on the board" }).click();
  }
}
