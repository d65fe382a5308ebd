import type { Page } from "@playwright/test";

/** A sealed room on one phone, and all that goes between the phone and the world. */
export class SealedRoomPage {
  constructor(readonly page: Page) {}

  /** The code on the screen, once it is shown. */
  async code() {
    const shown = this.page.getByText(/^(\w{4}-){3}\w{4}$/);
    await shown.waitFor();
    return (await shown.textContent()) ?? "";
  }

  /** A note that was saved and opened again; what is being typed is none. */
  note(text: string) {
    return this.page.getByRole("list").getByRole("paragraph").filter({ hasText: text });
  }

  async enter(code: string) {
    await this.page.getByRole("textbox", { name: "Code of the room" }).fill(code);
    await this.page.getByRole("button", { name: "Enter" }).click();
  }

  async write(text: string) {
    await this.page.getByRole("textbox", { name: "A new note" }).fill(text);
    await this.page.getByRole("button", { name: "Encrypt and save" }).last().click();
  }

  /** Bodies and addresses of all requests and answers, and frames both ways, from now on. */
  async listen() {
    const heard: string[] = [];
    const underWay: Promise<unknown>[] = [];
    this.page.on("request", (request) => heard.push(request.url(), request.postData() ?? ""));
    this.page.on("response", (answer) => {
      underWay.push(
        answer.text().then(
          (text) => heard.push(text),
          () => undefined,
        ),
      );
    });
    this.page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => heard.push(String(payload)));
      socket.on("framesent", ({ payload }) => heard.push(String(payload)));
    });
    return {
      size: () => heard.length,
      async holding(text: string) {
        await Promise.all(underWay);
        return heard.filter((one) => one.includes(text)).map((one) => one.slice(0, 200));
      },
    };
  }
}
