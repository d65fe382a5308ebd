import { get } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openFront, type RunningServer } from "@/lib/live/front";
import { openPagesBeside } from "@/renderer/beside";

type Said = { pid: number; method: string; url: string; host: string; body: string };

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
