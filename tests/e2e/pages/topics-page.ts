import type { Page } from "@playwright/test";

/** The marketplace as a list. */
export class TopicsPage {
  constructor(
    readonly page: Page,
    readonly slug: string,
  ) {}

  async open() {
    await this.page.goto(`/e/${this.slug}/topics`);
    return this;
  }

  note(title: string) {
    return this.page.getByRole("listitem").filter({ hasText: title });
  }

  put(title: string) {
    return this.note(title).getByRole("button", { name: /^Put a dot on/ });
  }

  takeBack(title: string) {
    return this.note(title).getByRole("button", { name: /^Take a dot back from/ });
  }

  /** What the buttons say that this person has given. */
  mine(title: string, dots: number) {
    return this.note(title).getByRole("button", { name: `Put a dot on ${title}. Yours now: ${dots}` });
  }

  left(left: number, total: number) {
    return this.page.getByRole("status").filter({ hasText: `${left} of ${total} dots left` });
  }

  /** What others pitched meanwhile waits behind this, so that nothing moves under a thumb. */
  get newOnes() {
    return this.page.getByRole("button", { name: /new topics?$/ });
  }
}
