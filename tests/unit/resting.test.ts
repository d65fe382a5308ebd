import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { letRest, restInLibrary } from "@/renderer/resting";

const page = `<html><head><link rel="preload" as="script" href="/_next/static/chunks/a.js"/>
<script src="/_next/static/chunks/a.js" async="" nonce="bm9uY2U="></script></head>
<body><p>&lt;script src="/_next/"&gt;</p><script nonce="bm9uY2U=">self.__next_f=[]</script></body></html>`;

test("scripts of the build rest, what was said beside them is said, and waking needs the page's own nonce", () => {
  const resting = letRest(page);
  expect(resting).toContain('<script type="text/resting" src="/_next/static/chunks/a.js" async="" nonce="bm9uY2U=">');
  expect(resting).toContain('<script nonce="bm9uY2U=">self.__next_f=[]</script>');
  expect(resting).toContain('<link rel="prefetch" as="script"');
  expect(resting).toMatch(/<script nonce="bm9uY2U=">\(\(\)=>\{[\s\S]+<\/script><\/body>/);
  expect(resting).toContain('<p>&lt;script src="/_next/"&gt;</p>');
});

test("a page without a nonce is left as it is", () => {
  expect(letRest("<html><body>nothing</body></html>")).toBe("<html><body>nothing</body></html>");
});

async function asked(path: string, headers: Record<string, string>, say: RequestListener) {
  const server = createServer((req, res) => {
    restInLibrary(req, res);
    say(req, res);
  }).listen(0);
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
    return { text: await answer.text(), headers: answer.headers, status: answer.status };
  } finally {
    server.close();
  }
}

const inParts: RequestListener = (req, res) => {
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.setHeader("x-encoding", String(req.headers["accept-encoding"]));
  res.writeHead(200);
  res.flushHeaders();
  const letters = Buffer.from(`${page}<!-- é -->`);
  // in the middle of a letter
  res.write(letters.subarray(0, letters.length - 6));
  res.end(letters.subarray(letters.length - 6));
};
const html = { accept: "text/html,*/*", "accept-encoding": "gzip, br" };

test("a page of the library comes whole, at rest, and packed for who can unpack it", async () => {
  const { text, headers } = await asked("/library/a-recipe", html, inParts);
  expect(text).toBe(letRest(`${page}<!-- é -->`));
  expect(headers.get("content-encoding")).toBe("gzip");
  expect(headers.get("x-encoding")).toBe("identity");
  const plain = await asked("/library?q=x", { ...html, "accept-encoding": "identity" }, inParts);
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(plain.text).toBe(text);
});

test("other addresses, other kinds and what a page fetches itself are said as they are", async () => {
  for (const [path, headers] of [
    ["/libraryx", html],
    ["/e/library/board", html],
    ["/library/a", { ...html, rsc: "1" }],
    ["/library/feed.atom", { accept: "application/atom+xml" }],
  ] as const)
    expect((await asked(path, headers, inParts)).text, path).toBe(`${page}<!-- é -->`);
  const json: RequestListener = (_, res) => void res.writeHead(410, { "content-type": "application/json" }).end("{}");
  expect(await asked("/library/gone", html, json)).toMatchObject({ status: 410, text: "{}" });
});
