import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { entryDocument } from "@/lib/entry/input";
import { nothingBeside } from "@/lib/interop/beside/pack";
import { htmlOf } from "@/lib/interop/site/html";
import { filesOf, siteOf } from "@/lib/interop/site/pages";
import { zipOf } from "@/lib/interop/site/zip";

const hostile = [
  "# A <b>title</b>",
  "<script>alert(1)</script> <% erb %> {{ mustache }} <url> &amp; <img src=x onerror=alert(1)>",
  '[run](javascript:alert(1)) [web](https://example.org/?a="b"&c) ![spy](https://spy.example/p.png) [d](data:text/html,x)',
  "```html\n</code></pre><script>x</script>\n```",
  "| a | b |\n|---|--:|\n| `<i>` | ~~2~~ |",
  "- [ ] task\n1. one",
  "[ref]: javascript:alert(1)",
].join("\n\n");

test("nothing of a hostile text runs as HTML, and nothing of it vanishes", () => {
  const html = htmlOf(hostile);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
  const known = /^(h2|p|a|code|pre|table|thead|tbody|tr|th|td|ul|ol|li|del)$/;
  expect(tags.filter((tag) => !known.test(tag ?? ""))).toEqual([]);
  expect(html).not.toMatch(/href="(?!https:)/);
  const said = html.replace(/<[^>]*>/g, "").replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  for (const text of [
    "<script>alert(1)</script>",
    "<% erb %>",
    "{{ mustache }}",
    "<url>",
    "onerror=alert(1)",
    "spy",
    "run",
    "<i>",
  ])
    expect(said).toContain(text);
});

const recipe = entryDocument.parse({
  kind: "recipe",
  title: "Disk </title><script>",
  body: "# x",
  files: [{ path: "a<b.sh", content: "</pre>" }],
});
const postmortem = entryDocument.parse({ kind: "postmortem", title: "Disk </title><script>", body: "# y" });
const exported = [recipe, recipe, postmortem].map((document) => ({ document, imported: null, beside: nothingBeside }));

test("a website links every page, and every page has a name of its own", () => {
  const pages = siteOf(exported, { title: "All", from: "Here", lang: "en" });
  const names = pages.map(({ path }) => path);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
  const text = (path: string) => new TextDecoder().decode(pages.find((one) => one.path === path)?.bytes);
  const links = [...text("index.html").matchAll(/href="([^"]+\.html)"/g)].map(([, to]) => decodeURIComponent(to ?? ""));
  expect(links.sort()).toEqual(names.filter((name) => name.endsWith(".html") && name !== "index.html").sort());
  for (const name of names) expect(text(name)).not.toContain("<script");
});

test("a zip holds a file for each entry, and the same bytes whenever it is made", () => {
  const zip = zipOf(filesOf(exported, "markdown"));
  expect(Object.keys(unzipSync(zip)).sort()).toEqual([
    "post-mortems/Disk-title-script.md",
    "recipes/Disk-title-script-2.md",
    "recipes/Disk-title-script.md",
  ]);
  expect(zipOf(filesOf(exported, "markdown"))).toEqual(zip);
  expect(filesOf(exported, "json").map(({ path }) => path)).toContain("recipes/Disk-title-script.json");
});
