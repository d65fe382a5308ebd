import { expect, test } from "vitest";
import { complaintsAsTyped, fieldsOf, textsOf } from "@/lib/web/form-fields";

function form(...entries: [name: string, value: string][]) {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

test("a name with a number in it is a field of a row", () => {
  const typed = form(["name", "Day"], ["rooms.0.name", "Aula"], ["rooms.1.name", "Attic"], ["rooms.0.quiet", "on"]);
  expect(fieldsOf(typed)).toEqual({
    name: "Day",
    rooms: { 0: { name: "Aula", quiet: "on" }, 1: { name: "Attic" } },
  });
});

test("a name with brackets is a list", () => {
  expect(fieldsOf(form(["topics[]", "a"], ["topics[]", "b"]))).toEqual({ topics: ["a", "b"] });
});

test("what Next adds to a form is none of its fields", () => {
  expect(fieldsOf(form(["$ACTION_ID_1", "x"], ["name", "Day"]))).toEqual({ name: "Day" });
  expect(textsOf(form(["$ACTION_KEY", "x"], ["rooms.0.name", "Aula"]))).toEqual({ "rooms.0.name": "Aula" });
});

test("no text holds what PostgreSQL cannot keep", () => {
  expect(fieldsOf(form(["name", "Da\0y"], ["rooms.0.name", "\0Aula"]))).toEqual({
    name: "Day",
    rooms: { 0: { name: "Aula" } },
  });
});

test("what is said about the second row is said about the second that is there", () => {
  const typed = fieldsOf(form(["rooms.0.name", "Aula"], ["rooms.2.name", "Attic"]));
  expect(complaintsAsTyped({ "rooms.1.name": ["too-big"], name: ["too-small"] }, typed)).toEqual({
    "rooms.2.name": ["too-big"],
    name: ["too-small"],
  });
});

test("no name reaches a prototype", () => {
  const typed = form(["__proto__", "x"], ["rooms.0.__proto__", "y"], ["__proto__.0.polluted", "z"]);
  fieldsOf(typed);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(fieldsOf(typed))).toContain("__proto__");
});
