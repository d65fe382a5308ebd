import { expect, it } from "vitest";
import { openFront, type Part } from "@/lib/live/front";

const answering = (prefix: string): Part => ({
  handle(request, out) {
    if (!request.url?.startsWith(prefix)) return false;
    out.end(`from ${prefix}`);
    return true;
  },
  upgrade: () => false,
  close: async () => {},
});

it("answers with a part that is open while the next one still opens, and lets the rest wait", async () => {
  const { promise: pages, resolve: pagesOpen } = Promise.withResolvers<Part>();
  let port = 0;
  const opening = openFront(0, [
    async (taken) => {
      port = taken;
      return answering("/live/");
    },
    () => pages,
  ]);
  await expect.poll(() => port).toBeGreaterThan(0);
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();

  let page = "waits";
  const asked = get("/").then((text) => {
    page = text;
  });
  expect(await get("/live/socket")).toBe("from /live/");
  expect(page).toBe("waits");
  pagesOpen(answering("/"));
  await asked;
  expect(page).toBe("from /");
  await (await opening).close();
});

it("says 404 when nobody takes a request", async () => {
  const front = await openFront(0, [async () => answering("/live/")]);
  expect((await fetch(`http://127.0.0.1:${front.port}/elsewhere`)).status).toBe(404);
  await front.close();
});

it("does not open when a part of it cannot", async () => {
  await expect(openFront(0, [() => Promise.reject(new Error("no database"))])).rejects.toThrow("no database");
});

it("tells whoever waited for a server that cannot begin to come back, never that there is nothing", async () => {
  const { promise: never, reject: fails } = Promise.withResolvers<Part>();
  let port = 0;
  const opening = openFront(0, [
    (taken) => {
      port = taken;
      return never;
    },
  ]);
  const failed = expect(opening).rejects.toThrow("no database");
  await expect.poll(() => port).toBeGreaterThan(0);
  const asked = fetch(`http://127.0.0.1:${port}/live/e/day/board`);
  setTimeout(() => fails(new Error("no database")), 100);
  const { status, headers } = await asked;
  expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
  await failed;
});
