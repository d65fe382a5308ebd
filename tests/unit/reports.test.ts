import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { contentSecurity, steadyHeaders } from "@/renderer/policy";
import { Reports, reportAddress } from "@/renderer/reports";

let lines: string[] = [];
let reports = new Reports((line) => lines.push(line));
const server = createServer((req, res) => void (reports.take(req, res) || res.writeHead(404).end()));
server.listen(0);
afterAll(() => void server.close());
beforeEach(() => {
  lines = [];
  reports = new Reports((line) => lines.push(line));
});

async function send(body: string, type = "application/csp-report", path = reportAddress) {
  const url = `http://localhost:${(server.address() as AddressInfo).port}${path}`;
  const answer = await fetch(url, { method: "POST", headers: { "content-type": type }, body }).catch(() => null);
  return answer?.status ?? 413;
}

const older = (more = {}) =>
  JSON.stringify({
    "csp-report": {
      "document-uri": "https://day.example.org/e/secret-merger/topics?name=Ann",
      "effective-directive": "script-src-elem",
      "blocked-uri": "https://evil.example/ann@example.org.js",
      "script-sample": "alert('the merger')",
      ...more,
    },
  });

test("browsers are told where to report, in both ways", () => {
  const policy = contentSecurity("N", {});
  expect(policy).toContain(`report-uri ${reportAddress}`);
  expect(policy).toContain("report-to policy");
  expect(new Map(steadyHeaders("/", {})).get("reporting-endpoints")).toBe(`policy="${reportAddress}"`);
});

test("a report is a line that names the rule, and nobody and nothing of the page", async () => {
  expect(await send(older())).toBe(204);
  expect(lines).toEqual(["The policy refused a browser script-src-elem: from elsewhere, below /e (1)"]);
  const newer = { type: "csp-violation", url: "https://day.example.org/o/harbour", user_agent: "Ann's phone" };
  const body = { documentURL: newer.url, effectiveDirective: "style-src-attr", blockedURL: "inline", sample: "Ann" };
  expect(await send(JSON.stringify([{ ...newer, body }]), "application/reports+json")).toBe(204);
  expect(lines[1]).toBe("The policy refused a browser style-src-attr: inline, below /o (1)");
});

test("no word that somebody put into a report gets into the log", async () => {
  const odd = [
    "Ann Anyone",
    "script-src-elem; Ann",
    "\nforged line",
    "e/secret",
    "🙂",
    "x".repeat(3_000),
    "",
    null,
    7,
    {},
  ];
  for (const word of odd)
    await send(
      older({ "effective-directive": word, "blocked-uri": word, "document-uri": `https://x.example/${word}` }),
    );
  expect(lines.length).toBeGreaterThan(0);
  expect(
    lines.filter((line) => !/^The policy refused a browser some rule: something, below \/e? \(\d+\)$/.test(line)),
  ).toEqual([]);
});

test("however much is sent, the log stays short", async () => {
  for (let at = 0; at < 120; at++) await send(older());
  expect(lines).toHaveLength(3);
  const places = ["e", "o", "s", "j", "library", "wall", "account", "new", "sign-in", "sso", "invitation"];
  const rules = ["script-src", "style-src", "img-src", "connect-src", "font-src", "media-src", "object-src"];
  const letter = rules.map((rule) => ({ body: { effectiveDirective: rule, blockedURL: "inline" } }));
  for (const place of places)
    await send(
      JSON.stringify(letter.map(({ body }) => ({ body: { ...body, documentURL: `https://x.example/${place}` } }))),
    );
  expect(lines.length).toBeLessThan(60);
  await send(JSON.stringify(Array.from({ length: 1_000 }, () => letter[0])).slice(0, 15_000));
  expect(lines.length).toBeLessThan(60);
});

test("what is no report is taken and thrown away, what is too long is not even read", async () => {
  for (const body of ["", "{", "null", "7", "[]", '{"csp-report":null}', '[[["x"]]]'])
    expect(await send(body)).toBe(204);
  expect(await send("x".repeat(200_000))).toBe(413);
  expect(lines).toEqual([]);
  expect(await send(older(), "application/csp-report", "/e/day")).toBe(404);
});
