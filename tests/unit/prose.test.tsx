import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Prose } from "@/components/entry/prose";

const shown = (text: string, pictures?: string) =>
  renderToStaticMarkup(<Prose {...(pictures ? { pictures } : {})}>{text}</Prose>);

test("tags, templates and references are text: they neither run nor vanish", () => {
  const html = shown(
    "Mail S&amp;O, open <url>, <% ruby %>, {{ name }}\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>",
  );
  expect(html).not.toMatch(/<(script|img|url)/);
  for (const left of [
    "S&amp;amp;O",
    "&lt;url&gt;",
    "&lt;% ruby %&gt;",
    "{{ name }}",
    "&lt;script&gt;alert(1)",
    "onerror=alert(1)",
  ])
    expect(html).toContain(left);
});

test("no picture is fetched from elsewhere; those kept with the entry are shown", () => {
  const own = "a".repeat(64);
  expect(shown(`![Load](https://elsewhere.example/a.png)`)).toContain('<a href="https://elsewhere.example/a.png"');
  expect(shown(`![Load](https://elsewhere.example/a.png)`)).not.toContain("<img");
  expect(shown(`![Load](attachment:${own})`, "/s/x/y/picture")).toContain(
    `<img src="/s/x/y/picture/${own}" alt="Load"`,
  );
});

test("an address that would run is none", () => {
  const html = shown("[a](javascript:alert(1)) [b](data:text/html,x) [c](../secret) [d](https://ok.example)");
  expect(html.match(/<a /g)).toHaveLength(1);
});
