import { parseAst } from "vite";
import { describe, expect, test } from "vitest";
import { sources } from "@/tests/support/sources";

type Catalogue = { [key: string]: string | Catalogue };

const files = import.meta.glob<Catalogue>("/messages/*/*.json", { import: "default", eager: true });
const screens = sources.filter(
  ({ path }) => /^(app|components)\/.*\.tsx$/.test(path) && !path.startsWith("app/preview/"),
);

const inLanguage = (language: string) =>
  Object.entries(files).flatMap(([path, catalogue]) => {
    const [, , of = "", file = ""] = path.split("/");
    return of === language ? keysOf(catalogue, file.replace(".json", "")) : [];
  });

function keysOf(catalogue: Catalogue, at: string): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [`${at}.${key}`] : keysOf(value, `${at}.${key}`),
  );
}

const languages = [...new Set(Object.keys(files).map((path) => path.split("/")[2] ?? ""))];
const english = new Set(inLanguage("en"));

describe("catalogues", () => {
  test("there is an English one", () => {
    expect(english.size).toBeGreaterThan(20);
  });

  test.each(languages)("%s says all that English says, and nothing else", (language) => {
    expect(inLanguage(language).sort()).toEqual([...english].sort());
  });

  test("every refusal has its sentence", () => {
    const thrown = sources
      .filter(({ path }) => path.startsWith("lib/"))
      .flatMap(({ text }) =>
        [...text.matchAll(/new Refused\(\s*"([\w-]+)"/g)].map(([, reason]) => `refused.${reason}`),
      );
    expect(thrown.length).toBeGreaterThan(5);
    expect([...new Set(thrown)].filter((key) => !english.has(key))).toEqual([]);
  });

  test("all that a screen says is in the catalogue", () => {
    const said = screens.flatMap(({ path, text }) => keysSaidIn(text).map((key) => ({ path, key })));
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter(({ key }) => !english.has(key))).toEqual([]);
  });
});

/** Keys with their namespace: that of the nearest speaker of that name above the call. */
function keysSaidIn(text: string) {
  const speakers = [...text.matchAll(/const (\w+) = (?:await )?(?:use|get)Translations\("([\w.-]+)"\)/g)];
  const calls = text.matchAll(/\b(\w+)(?:\.rich|\.markup|\.raw)?\(\s*"([\w.-]+)"/g);
  return [...calls].flatMap(({ index, 1: name, 2: key }) => {
    const speaker = speakers.findLast((one) => one[1] === name && one.index < index);
    return speaker ? [`${speaker[2]}.${key}`] : [];
  });
}

describe("no words in code", () => {
  test("screens leave their words to the catalogue", () => {
    const speaking = screens.filter(({ path }) => !wordless.has(path));
    expect(speaking.length).toBeGreaterThan(10);
    const words = speaking.flatMap(({ path, text }) =>
      wordsIn(parseAst(text, { lang: "tsx" })).map((word) => `${path}: ${word}`),
    );
    expect(words).toEqual([]);
  });
});

/** It stands in for the root layout when that fails, and with it the catalogues. */
const wordless = new Set(["app/global-error.tsx"]);
const spoken = new Set(["alt", "aria-label", "aria-description", "label", "placeholder", "title"]);
type Node = { type: string; value?: unknown; name?: { name?: string }; [field: string]: unknown };

/** Texts between tags, and attributes that are read aloud or shown. */
function wordsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (typeof node !== "object" || node === null) return [];
  return [...ownWords(node as Node), ...Object.values(node).flatMap(wordsIn)];
}

function ownWords(node: Node): string[] {
  const text = node.type === "JSXText" ? node.value : node.type === "JSXAttribute" ? attributeText(node) : "";
  return typeof text === "string" && /\p{L}{2}/u.test(text.replace("https://", "")) ? [text.trim()] : [];
}

function attributeText(node: Node) {
  return spoken.has(String(node.name?.name)) ? (node.value as Node | null)?.value : "";
}
