import type { Page } from "@playwright/test";

/** What waits on this phone, and what came back. */
export class KeptNotes {
  constructor(readonly page: Page) {}

  get list() {
    return this.page.getByRole("region", { name: "Saved on this phone" });
  }

  saved(text: string) {
    return this.list.getByRole("listitem").filter({ hasText: "Saved on this phone," }).filter({ hasText: text });
  }

  back(text: string) {
    return this.list.getByRole("listitem").filter({ hasText: "Came back," }).filter({ hasText: text });
  }

  /** In the database of this browser, whoever it belongs to. */
  async onTheShelf() {
    return await this.page.evaluate(async () => {
      const open = indexedDB.open("twofeet");
      const db = await new Promise<IDBDatabase>((done) => {
        open.onsuccess = () => done(open.result);
      });
      const all = db.transaction("entries").objectStore("entries").count();
      const count = await new Promise<number>((done) => {
        all.onsuccess = () => done(all.result);
      });
      db.close();
      return count;
    });
  }
}
