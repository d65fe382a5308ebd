import { get } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openFront, type RunningServer } from "@/lib/live/front";
import { openPagesBeside } from "@/renderer/beside";

type Said = {
  pid: number;
  rendered: number;
  cookie?: string;
  agent?: string;
  method: string;
  url: string;
  host: string;
  body: string;
};

let front: RunningServer;
const at = (path: string) => `http://127.0.0.1:${front.port}${path}`;
const ask = async (path: string, init?: RequestInit) => (await (await fetch(at(path), init)).json()) as Said;
const lives = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const script = new URL("../support/pretend-pages.ts", import.meta.url).pathname;
  front = await openFront(0, [() => openPagesBeside(script)]);
});
afterAll(() => front.close());

test("a page is asked for as the browser did: path, host, body; and answered whole", async () => {
  const host = `127.0.0.1:${front.port}`;
  const answer = await fetch(at("/e/day?x=1"), { method: "POST", body: "typed" });
  expect(await answer.json()).toMatchObject({ method: "POST", url: "/e/day?x=1", host, body: "typed" });
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await ask("/e/day")).toMatchObject({ method: "GET", body: "" });
});

const all = (path: string, inits: RequestInit[]) => Promise.all(inits.map((init) => ask(path, init)));
const renderings = (said: Said[]) => new Set(said.map(({ rendered }) => rendered)).size;

test("a hall of strangers that opens one page at once gets one rendering of it, and the next who comes another", async () => {
  const choices = "twofeet.code=ABC; twofeet.theme=dark";
  const phones = Array.from({ length: 50 }, (_, n) => ({ headers: { cookie: `${choices}; twofeet.device=d${n}` } }));
  const crowd = await all("/e/slow/plain", phones);
  expect(renderings(crowd)).toBe(1);
  expect(crowd[0]).toMatchObject({ cookie: choices, url: "/e/slow/plain", host: `127.0.0.1:${front.port}` });
  expect(crowd[0]?.agent).toBeUndefined();
  expect((await ask("/e/slow/plain", phones[0])).rendered).not.toBe(crowd[0]?.rendered);
});

test("a page that gives a browser something to keep is given to that browser alone", async () => {
  expect(renderings(await all("/e/slow", [{}, {}, {}]))).toBe(3);
});

test("whoever is somebody, reads another language, chose otherwise or writes shares nothing", async () => {
  const session = { headers: { cookie: "twofeet.code=ABC; twofeet.session=secret" } };
  const secure = { headers: { cookie: "__Host-twofeet.session=secret" } };
  const unknown = { headers: { cookie: "other=1" } };
  const inits = [session, session, secure, secure, unknown, unknown, { method: "POST" }, { method: "POST" }];
  expect(renderings(await all("/e/slow/plain", inits))).toBe(8);
  const choices = [
    { "accept-language": "fr" },
    { "accept-language": "de" },
    { cookie: "twofeet.theme=dark" },
    { rsc: "1" },
  ];
  expect(
    renderings(
      await all(
        "/e/slow/plain",
        choices.map((headers) => ({ headers: headers as Record<string, string> })),
      ),
    ),
  ).toBe(4);
  expect(renderings(await all("/account", [{}, {}]))).toBe(2);
});

test("when the pages die, what was under way says to come back, and what comes next waits for them", async () => {
  const { pid } = await ask("/");
  const cut = await fetch(at("/die"));
  expect([cut.status, cut.headers.get("retry-after")]).toEqual([503, "2"]);
  await expect.poll(() => lives(pid)).toBe(false);
  const answers = await Promise.all([ask("/one"), ask("/two")]);
  expect(answers.map(({ url }) => url)).toEqual(["/one", "/two"]);
  expect(answers[0].pid).not.toBe(pid);
});

test("whoever gives up is not waited for, and the pages end with their server", async () => {
  const own = await openFront(0, [
    () => openPagesBeside(new URL("../support/pretend-pages.ts", import.meta.url).pathname),
  ]);
  const there = `http://127.0.0.1:${own.port}`;
  await new Promise<void>((done) => {
    const request = get(there, () => request.destroy());
    request.on("close", () => done()).on("error", () => {});
  });
  const { pid } = (await (await fetch(there)).json()) as Said;
  await own.close();
  expect(lives(pid)).toBe(false);
});

test("pages that cannot start keep the server from opening", async () => {
  await expect(openPagesBeside("/no/such/script.ts")).rejects.toThrow("ended with 1");
});
