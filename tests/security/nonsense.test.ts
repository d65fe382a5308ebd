import { beforeAll, expect, test } from "vitest";
import { actions } from "./canary/routes";
import { aWorld, type World } from "./shield/people";
import { origin, said } from "./shield/said";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const boundary = "----nonsense";
const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const multipart = { "content-type": `multipart/form-data; boundary=${boundary}` };
const plain = { "content-type": "text/plain;charset=UTF-8" };

/** What no page of ours sends to an action that there is. */
const nonsense: [string, Record<string, string>, string][] = [
  ["nothing", plain, ""],
  ["no JSON", plain, "{"],
  ["no arguments", plain, "[]"],
  ["arguments of other kinds", plain, '[{"a":1},7,"x"]'],
  ["a prototype", plain, '[{"__proto__":{"x":1}},{"constructor":{}},{}]'],
  ["what refers to nothing", plain, '["$K9","$F1","$@2"]'],
  [
    "a form that ends in the middle",
    multipart,
    `${part("0", '["x",{"status":"idle"},"$K1"]')}--${boundary}\r\nContent-`,
  ],
  ["a form of nothing", multipart, `--${boundary}--\r\n`],
  ["a form without a boundary", { "content-type": "multipart/form-data" }, "x"],
  [
    "a form of odd names",
    multipart,
    `${part("__proto__", "x")}${part("1_", "x")}${part("0", "[[[[")}--${boundary}--\r\n`,
  ],
];

/** The same without Next's own header, as a browser without JavaScript sends it. */
const forms: [string, Record<string, string>, string][] = [
  ["a form of no action", multipart, `${part("name", "x")}--${boundary}--\r\n`],
  ["an action that there is not", multipart, `${part(`$ACTION_ID_${"0".repeat(42)}`, "")}--${boundary}--\r\n`],
  ["an action that is none", multipart, `${part("$ACTION_ID_", "")}--${boundary}--\r\n`],
  ["what refers to nothing", multipart, `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", "{")}--${boundary}--\r\n`],
  ["a form that ends in the middle", multipart, part("$ACTION_REF_1", "").slice(0, 40)],
  ["a form without a boundary", { "content-type": "multipart/form-data" }, "x"],
];

test("nonsense sent to any action is the sender's mistake, never ours", async () => {
  const { slug, org } = world.places.private;
  const cookie = world.cookies.private.host;
  const all = actions();
  expect(all.length).toBeGreaterThan(50);
  const broken: string[] = [];
  for (const { id, name } of all)
    for (const [what, kind, body] of nonsense) {
      const headers = { cookie, origin: origin(), "next-action": id, ...kind };
      const path = /org/i.test(name) ? `/o/${org}` : `/e/${slug}/topics`;
      const { status } = await said(path, { method: "POST", headers, body });
      if (status >= 500) broken.push(`${name}, ${what}: ${status}`);
    }
  expect(broken).toEqual([]);
});

test("nor is a form that no page of ours holds, wherever it is sent", async () => {
  const { slug } = world.places.private;
  const broken: string[] = [];
  for (const path of ["/", `/e/${slug}`, `/e/${slug}/topics/pitch`, "/account", "/sign-in", "/new", "/e/none"])
    for (const [what, kind, body] of forms)
      for (const cookie of [world.cookies.private.host, ""]) {
        const { status } = await said(path, { method: "POST", headers: { cookie, origin: origin(), ...kind }, body });
        if (status >= 500) broken.push(`${path}, ${what}: ${status}`);
      }
  expect(broken).toEqual([]);
});

test("Next's maker of pictures answers nothing, whatever it is asked for", async () => {
  for (const url of ["/e/none", "https://evil.example/x.png", "http://127.0.0.1:5432", "%00", "/icon.svg"])
    for (const query of [`url=${url}&w=640&q=75`, `url=${url}`, "w=x", ""])
      expect([url, (await said(`/_next/image?${query}`)).status]).toEqual([url, 404]);
});

test("a browser's report of what the policy refused is taken from whichever page it says to be", async () => {
  const report = JSON.stringify({ "csp-report": { "effective-directive": "img-src", "blocked-uri": "inline" } });
  for (const from of [origin(), "null", "https://evil.example"]) {
    const headers = { origin: from, "content-type": "application/csp-report" };
    expect([from, (await said("/-/policy", { method: "POST", headers, body: report })).status]).toEqual([from, 204]);
  }
});
