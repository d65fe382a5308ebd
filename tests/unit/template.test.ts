import { expect, test } from "vitest";
import { readPostmortem } from "@/lib/interop/postmortem/read-postmortem";
import { partsTold } from "@/lib/interop/postmortem/sections";
import { bodyOf, isTemplate, type TemplateName, templates } from "@/lib/template/rules";

type Words = {
  name: Record<string, string>;
  about: Record<string, string>;
  section: Record<string, string>;
  hint: Record<string, string>;
};
const catalogues = import.meta.glob<Words>("/messages/*/template.json", { import: "default", eager: true });

test.each(Object.entries(catalogues))("%s has words for every template and every part of it", (_path, words) => {
  const parts = [...new Set(Object.values(templates).flat())];
  expect(Object.keys(words.name).sort()).toEqual(Object.keys(templates).sort());
  expect(Object.keys(words.about).sort()).toEqual(Object.keys(templates).sort());
  expect(Object.keys(words.section).sort()).toEqual([...parts].sort());
  expect(Object.keys(words.hint).sort()).toEqual([...parts].sort());
});

test("there are seven, and no name of an object's own parts is one", () => {
  expect(Object.keys(catalogues)).toHaveLength(5);
  expect(Object.keys(templates)).toHaveLength(7);
  expect(["brief", "toString", "__proto__", ["brief"], undefined].map(isTemplate)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("what is written below the parts of a template is found again", () => {
  const words = catalogues["/messages/en/template.json"];
  const text = bodyOf("whole" satisfies TemplateName, (part) => ({ title: words?.section[part] ?? "", hint: "" }))
    .replace("## Timeline\n", "## Timeline\n\n- 2030-03-02 10:00 UTC dark\n")
    .replace("## What went well\n", "## What went well\n\n- seen at once\n")
    .replace("## Action items\n", "## Action items\n\n- buy oil\n")
    .replaceAll("__", "");
  expect(readPostmortem(text).timeline).toHaveLength(1);
  expect(partsTold(text)).toMatchObject({ wentWell: ["seen at once"], actions: [{ text: "buy oil" }] });
});
