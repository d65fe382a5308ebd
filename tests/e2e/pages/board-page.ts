import type { Page } from "@playwright/test";

/** Slots × rooms; with a tray of notes for those who place. */
export class BoardPage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async open() {
    await this.page.goto(`/e/${this.slug}/board`);
    return this;
  }

  /** The topic as a reader sees it: a link. */
  note(title: string) {
    return this.page.getByRole("link", { name: new RegExp(`^${title}`) });
  }

  /** The times of one slot with its rooms. */
  slot(time: string) {
    return this.page.getByRole("region", { name: new RegExp(`^${time}`) });
  }

  cell(time: string, room: string) {
    return this.slot(time).getByRole("listitem").filter({ hasText: room });
  }

  /** The topic as a facilitator sees it: something to pick up. */
  piece(title: string) {
    return this.page.getByRole("button", { name: new RegExp(`^${title}`) });
  }

  async place(title: string, time: string, room: string) {
    await this.piece(title).click();
    await this.cell(time, room).getByRole("button").click();
  }
}
