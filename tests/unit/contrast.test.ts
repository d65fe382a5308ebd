import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("app/tokens.css", "utf8");

/** What is written on what, and by WCAG 2.2 how much it has to stand out: 4.5 for words, 3 for signs. */
const pairs: [on: string, shown: readonly string[], least: number][] = [
  ["paper", ["ink", "soft", "accent"], 4.5],
  ["surface", ["ink", "soft", "accent", "good", "bad"], 4.5],
  ["sticky", ["ink", "soft", "accent"], 4.5],
  ["mine", ["ink", "soft", "accent"], 4.5],
  ["accent", ["on-accent"], 4.5],
  ["accent-wash", ["ink", "accent"], 4.5],
  ["good-wash", ["ink", "good"], 4.5],
  ["warn-wash", ["ink", "warn"], 4.5],
  ["bad-wash", ["ink", "bad"], 4.5],
  ["paper", ["edge", "dot"], 3],
  ["surface", ["edge", "dot"], 3],
  ["sticky", ["edge", "dot"], 3],
  ["mine", ["edge", "dot"], 3],
];

const themes = { light: themed(0), dark: themed(1), projector: projected() };

describe.each(Object.entries(themes))("the %s theme", (_name, colours) => {
  test.each(pairs)("everything on %s stands out from it", (on, shown, least) => {
    for (const name of shown) {
      const ratio = contrast(colours[name] ?? "", colours[on] ?? "");
      expect(ratio, `${name} on ${on}`).toBeGreaterThanOrEqual(least);
    }
  });
});

function themed(side: 0 | 1) {
  const both = css.matchAll(/--color-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g);
  return Object.fromEntries([...both].map(([, name, light, dark]) => [name, [light, dark][side]]));
}

function projected(): Record<string, string | undefined> {
  const own = css.slice(css.indexOf('[data-theme="projector"]'));
  return Object.fromEntries([...own.matchAll(/--color-([\w-]+): (#\w{6})/g)].map(([, name, value]) => [name, value]));
}

function contrast(one: string, other: string) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
