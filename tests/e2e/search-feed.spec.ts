import AxeBuilder from "@axe-core/playwright";
import { performInSpace } from "@/lib/db/enter-space";
import { setStatus } from "@/lib/entry/commands/keep";
import { keepSearch } from "@/lib/search/commands";
import { word } from "@/tests/support/a-library";
import { anEntry, aPublished } from "@/tests/support/a-published";
import { anOrgSpace } from "@/tests/support/a-space";
import { expect, test } from "@/tests/support/browser";
import { phone } from "./pages/devices";

for (const javaScriptEnabled of [true, false])
  test(`a search that is kept has a feed, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({ open }) => {
    const w = word();
    const space = await anOrgSpace();
    const member = await space.as();
    const id = await anEntry(space.owner, { title: `Ours ${w}` });
    await performInSpace(setStatus, space.owner, { id, status: "final" });
    await aPublished({ title: `Open ${w}` });
    await performInSpace(keepSearch, member, { name: "Mine to watch", q: w, facets: "" });

    const page = await open(member, { ...phone, javaScriptEnabled });
    await page.goto(`/s/${space.space}/search`);
    await page.locator("summary", { hasText: "Feed" }).click();
    await page.getByRole("button", { name: "Make an address for it" }).click();
    const address = await page.getByLabel("Feed of Mine to watch (Atom)").inputValue();
    if (javaScriptEnabled) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const reader = await open(null);
    const feed = await reader.request.get(address);
    expect([feed.status(), await feed.text()]).toEqual([200, expect.stringContaining(`Ours ${w}`)]);

    // of what is published by its address, for anybody
    await reader.goto(`/library?q=${w}`);
    const link = reader.getByRole("link", { name: "Feed of this search" });
    const everybodys = await (await reader.request.get((await link.getAttribute("href")) ?? "")).text();
    expect(everybodys).toContain(`Open ${w}`);
    expect(everybodys).not.toContain("Ours");
  });
