import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFront, type Part, type RunningServer } from "@/lib/live/front";
import { openBundle } from "@/renderer/bundle";
import { soon } from "@/tests/support/soon";

const folder = mkdtempSync(join(tmpdir(), "twofeet-bundle-"));
const script = "const dots = 5;\n".repeat(500);
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(join(folder, "static", "chunks"), { recursive: true });
  mkdirSync(join(folder, "server"));
  writeFileSync(join(folder, "static", "chunks", "a.js"), script);
  writeFileSync(join(folder, "static", "chunks", "a.css"), "a { color: red }");
  writeFileSync(join(folder, "static", "secret.json"), "{}");
  writeFileSync(join(folder, "server", "inner.js"), "secret");
  const handle: Part["handle"] = (_, out) => {
    out.end("next");
    return true;
  };
  const next = async () => ({ handle, upgrade: () => false, close: async () => {} });
  server = await openFront(0, [() => openBundle(folder), next], "127.0.0.1");
  await soon(async () => expect((await ask("/_next/static/chunks/a.css", "br")).body.toString()).not.toBe("next"));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function ask(path: string, encoding?: string, more = {}) {
  const headers = { ...(encoding && { "accept-encoding": encoding }), ...more };
  return new Promise<IncomingMessage & { body: Buffer }>((done, fail) => {
    get({ port: server.port, host: "127.0.0.1", path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => done(Object.assign(answer, { body: Buffer.concat(chunks) })));
    }).on("error", fail);
  });
}

test("scripts and styles travel in the best coding that a phone reads, and are kept for ever", async () => {
  const br = await ask("/_next/static/chunks/a.js", "gzip, deflate, br, zstd");
  expect(br.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
  expect(br.headers["cache-control"]).toContain("immutable");
  expect(br.headers["content-type"]).toContain("javascript");
  expect(brotliDecompressSync(br.body).toString()).toBe(script);
  const gzip = await ask("/_next/static/chunks/a.js?dpl=1", "gzip");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzip.body).toString()).toBe(script);
});

test.each([
  ["/_next/static/chunks/a.js", undefined, {}],
  ["/_next/static/chunks/a.js", "br", { range: "bytes=0-3" }],
  ["/_next/static/chunks/gone.js", "br", {}],
  ["/_next/static/secret.json", "br", {}],
  ["/_next/static/../server/inner.js", "br", {}],
  ["/_next/static/%2e%2e/server/inner.js", "br", {}],
  ["/_next/static/__proto__", "br", {}],
  ["/e/day", "br", {}],
])("%s (%s, %o) is left to whoever comes next", async (path, encoding, headers) => {
  expect((await ask(path, encoding, headers)).body.toString()).toBe("next");
});
