import type { Page } from "@playwright/test";
import type { Caller } from "@/lib/db/enter";
import { ask } from "@/lib/db/perform";
import { viewDesk } from "@/lib/event/queries";

/** The projector, opened by its secret link. */
export class WallPage {
  constructor(
    readonly page: Page,
    readonly host: Caller,
  ) {}

  async open() {
    const { wallKey } = await ask(viewDesk, this.host, undefined);
    await this.page.goto(`/wall/${this.host.slug}/${wallKey}`);
    return this;
  }

  note(title: string) {
    return this.page.getByText(title, { exact: true });
  }
}
