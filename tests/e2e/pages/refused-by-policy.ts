import type { Page } from "@playwright/test";

/** Notes what the browser refuses a page because of its policy, and whom else than its own server the page asks. */
export async function noteRefusals(page: Page) {
  const refused: string[] = [];
  const strangers = new Set<string>();
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      console.error(`refused by policy: ${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  page.on("console", (said) => {
    if (/refused by policy|Content Security Policy|Trusted(HTML|Script)/i.test(said.text())) refused.push(said.text());
  });
  page.on("pageerror", (error) => refused.push(String(error)));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol)) strangers.add(url.host);
  });
  return { refused, hosts: () => [...strangers] };
}
