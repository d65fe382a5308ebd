import type { Page } from "@playwright/test";

/** Everything that reaches this window from now on: bodies of all answers, frames of all sockets. */
export function recordTraffic(page: Page) {
  const heard: { from: string; text: string }[] = [];
  const underWay: Promise<unknown>[] = [];
  page.on("response", (answer) => {
    const read = answer.text().then(
      (text) => heard.push({ from: answer.url(), text }),
      () => undefined,
    );
    underWay.push(read);
  });
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => heard.push({ from: socket.url(), text: String(payload) })),
  );
  return {
    /** Which of them hold this, as plain text or quoted any number of times. */
    async holding(pattern: RegExp) {
      await Promise.all(underWay);
      return heard.filter(({ text }) => pattern.test(text.replaceAll("\\", ""))).map(({ from }) => from);
    },
    frames: () => heard.filter(({ from }) => from.startsWith("ws")),
    from: (part: string) => heard.filter(({ from }) => from.includes(part)),
  };
}
