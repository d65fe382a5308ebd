import { expect, test } from "vitest";
import { cut } from "@/components/code/cut";
import { highlighted } from "@/components/code/highlight";
import {
  complaintAbout,
  everyPlaceholder,
  fieldOf,
  fill,
  fillingOf,
  nameOf,
  type Parameter,
  suggestedParameters,
  valuesFrom,
} from "@/lib/placeholder/rules";

const parameter = (parts: Partial<Parameter>): Parameter => ({
  ...{ name: "host", label: "", type: "text", default: "", choices: [], required: true },
  ...parts,
});
const names = (text: string) => everyPlaceholder(text).map(({ name }) => name);

test("a placeholder is {{so}}: what template languages write is theirs", () => {
  expect(names("ssh {{user}}@{{host}} -p {{port}}")).toEqual(["user", "host", "port"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what workflows write
  expect(names("{{ .Values.a }} {{.Values.a}} {{ $labels.instance }} {{$x}} ${{ github.sha }} ${{x}}")).toEqual([]);
  expect(names("{{#if a}} {{/if}} {{< figure >}} {{% note %}} {{>partial}} {{!x}} {{}} {{\n}}")).toEqual([]);
});

test("a path or a choice is filled in under a plain name", () => {
  expect(nameOf("path/to/file.yaml")).toBe("path_to_file.yaml");
  expect(nameOf("[-n|--namespace]")).toBe("n_--namespace");
  expect(nameOf("***")).toBe("");
});

test("only declared names are filled, and only with what is sound for their type", () => {
  const parameters = [parameter({ name: "host", type: "host" }), parameter({ name: "ns", default: "prod" })];
  const text = "kubectl -n {{ns}} exec {{host}} -- cat {{file}} {{ jinja }}";
  expect(fill(text, parameters, {})).toBe("kubectl -n prod exec {{host}} -- cat {{file}} {{ jinja }}");
  expect(fill(text, parameters, { host: "web-1", ns: "dev" })).toBe(
    "kubectl -n dev exec web-1 -- cat {{file}} {{ jinja }}",
  );
  expect(fill(text, parameters, { host: "x; rm -rf /" })).toContain("{{host}}");
  expect(fill("{{constructor}} {{__proto__}}", parameters, {})).toBe("{{constructor}} {{__proto__}}");
});

test.each([
  ["host", "db-1.internal:5432", "[2001:db8::1]:80", "a b", "a;id", "$(id)"],
  ["path", "/etc/nginx/nginx.conf", "~/a-b_c.yaml", "/tmp/$(id)", "/a b", "`id`"],
  ["number", "42", "-1.5", "4 2", "1e9", "0x1"],
  ["duration", "1h30m", "15m", "soon", "5 m", "m5"],
] as const)("what a %s may be", (type, good, alsoGood, ...bad) => {
  const one = parameter({ type });
  expect([good, alsoGood].map((value) => complaintAbout(one, value))).toEqual([null, null]);
  expect(bad.map((value) => complaintAbout(one, value))).toEqual(bad.map(() => "not-this-type"));
});

test("signs that one does not see are not taken: a line end would run what follows it", () => {
  for (const value of ["a\nid", "a\u202Eb", "a\u200Bb", "a\u2028b", "a\u0000"])
    expect(complaintAbout(parameter({}), value)).toBe("unseen-signs");
  expect(complaintAbout(parameter({ type: "choice", choices: ["a"] }), "b")).toBe("not-a-choice");
  expect(complaintAbout(parameter({}), "")).toBe("missing");
  expect(complaintAbout(parameter({ required: false }), "")).toBe(null);
});

test("a secret comes from no address, and has no default", () => {
  const parameters = [parameter({ name: "key", type: "secret", default: "hunter2" }), parameter({ name: "ns" })];
  expect(valuesFrom({ [fieldOf("key")]: "leaked", [fieldOf("ns")]: "prod", ns: "page's own" }, parameters)).toEqual({
    ns: "prod",
  });
  expect(fillingOf(parameters[0] as Parameter, {})).toBe("");
});

test("what a reader could be asked for is found in the text, once each", () => {
  const found = suggestedParameters(
    ["cp {{path/to/file}} {{user}}@{{host}}:", "{{host}} {{[-q|--quiet]}} {{api_token}}"],
    new Set(["user"]),
  );
  expect(found.map(({ name, type, label }) => [name, type, label])).toEqual([
    ["path_to_file", "path", "path/to/file"],
    ["host", "host", ""],
    ["q_--quiet", "choice", "[-q|--quiet]"],
    ["api_token", "secret", ""],
  ]);
  expect(found[2]?.choices).toEqual(["-q", "--quiet"]);
});

test("code is coloured by classes, and a placeholder is one piece of it whatever the colours say", async () => {
  const lines = await highlighted('if [ -f "{{path}}" ]; then # why\n  cat {{path}}{{path}}\nfi', "bash");
  expect(lines).toHaveLength(3);
  expect(lines[0]?.map(({ look }) => look)).toContain("code-keyword");
  const pieces = lines.map((line) => cut(line, new Set(["path"])));
  expect(pieces.map((line) => line.map(({ text }) => text).join(""))).toEqual([
    'if [ -f "{{path}}" ]; then # why',
    "  cat {{path}}{{path}}",
    "fi",
  ]);
  expect(
    pieces
      .flat()
      .filter(({ name }) => name)
      .map(({ text }) => text),
  ).toEqual(["{{path}}", "{{path}}", "{{path}}"]);
});

test("a language that nobody knows, and a name of JavaScript's own, are in one colour", async () => {
  for (const lang of ["klingon", "constructor", "__proto__", ""])
    expect(await highlighted("a\nb", lang)).toEqual([[{ text: "a", look: "" }], [{ text: "b", look: "" }]]);
});

test("a text made to take long does not", async () => {
  const started = performance.now();
  await highlighted(`${'"\\'.repeat(40_000)}\n${"(".repeat(1_900)}`, "bash");
  await highlighted("<".repeat(150_000), "markdown");
  expect(performance.now() - started).toBeLessThan(5_000);
});
