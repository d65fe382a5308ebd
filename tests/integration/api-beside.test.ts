import { expect, test, vi } from "vitest";
import { performInSpace } from "@/lib/db/enter-space";
import { withdrawPublication } from "@/lib/publication/commands";
import { besideIn } from "@/tests/support/a-beside";
import { aPublished } from "@/tests/support/a-published";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { call, tokenOf } from "@/tests/support/an-api";
import { aJpeg, aPng } from "@/tests/support/pictures";

vi.mock("server-only", () => ({}));

const document = { kind: "postmortem", title: "Sealed word", body: "Text.\n" };
const text = "time,errors\n2026-03-14T09:00:00Z,1\n2026-03-14T09:01:00Z,2\n2026-03-14T09:02:00Z,4\n";
const missing = "01234567-89ab-4cde-8f01-23456789abcd";

async function aFilled() {
  const space = await anOrgSpace();
  const token = await tokenOf(space.owner);
  const { body, etag } = await call(token, "POST", "entries", { document });
  const path = `entries/${body.id}`;
  const picture = await call(token, "POST", `${path}/pictures?alt=A%20dot`, aPng("Location: 50.1 N"));
  const series = await call(token, "POST", `${path}/series`, { text });
  return { space, token, id: body.id as string, etag, path, picture, series };
}

test("a machine gives pictures and series, lists them and reads them", async () => {
  const { space, token, id, path, picture, series } = await aFilled();
  expect(picture).toMatchObject({ status: 201 });
  expect(series).toMatchObject({ status: 201, body: { count: 1, doubts: [] } });
  const { sha256 } = picture.body;
  const listed = await call(token, "GET", `${path}/pictures`);
  expect(listed.body).toEqual({ pictures: [{ sha256, mime: "image/png", alt: "A dot", bytes: expect.any(Number) }] });
  const read = await call(token, "GET", `${path}/pictures/${sha256}`);
  expect(read.headers.get("content-type")).toBe("image/png");
  expect(read.headers.get("cache-control")).toBe("private, no-store");
  expect(read.bytes).toEqual(new Uint8Array((await besideIn(space.owner, id)).pictures[0]?.bytes ?? []));
  expect(read.text).not.toContain("Location");

  const [one] = (await call(token, "GET", `${path}/series`)).body.series;
  expect(one).toMatchObject({ name: "errors", samples: 3, isQuiet: false });
  const whole = await call(token, "GET", `${path}/series/${one.id}`);
  expect(whole.body).toMatchObject({
    vals: [1, 2, 4],
    at: [Date.parse("2026-03-14T09:00Z"), expect.anything(), expect.anything()],
  });
  const csv = await call(token, "GET", `${path}/series/${one.id}`, undefined, { accept: "text/csv" });
  expect(csv.text.split("\r\n")[1]).toBe("2026-03-14T09:00:00.000Z,1");
});

test("another space's entry, its pictures and its series are not there", async () => {
  const { id, path, picture, token, etag } = await aFilled();
  const others = await tokenOf((await anOrgSpace()).owner);
  const [one] = (await call(token, "GET", `${path}/series`)).body.series;
  const below = ["pictures", `pictures/${picture.body.sha256}`, "series", `series/${one.id}`];
  for (const what of below) {
    const [real, none] = [
      await call(others, "GET", `${path}/${what}`),
      await call(others, "GET", `entries/${missing}/${what}`),
    ];
    expect(real.status).toBe(404);
    expect({ text: real.text, headers: [...real.headers] }).toEqual({ text: none.text, headers: [...none.headers] });
    expect((await call(null, "GET", `${path}/${what}`)).status).toBe(401);
  }
  expect((await call(others, "POST", `${path}/pictures`, aJpeg(""))).status).toBe(404);
  expect((await call(others, "POST", `${path}/series`, { text })).status).toBe(404);
  const [real, none] = [
    await call(others, "DELETE", path, undefined, { "if-match": etag }),
    await call(others, "DELETE", `entries/${missing}`, undefined, { "if-match": etag }),
  ];
  expect([real.status, real.text]).toEqual([404, none.text]);
  expect((await call(token, "GET", `entries/${id}`)).status).toBe(200);
});

test("what is no picture, too large, or more than a token may is told without a word of what there is", async () => {
  const { space, path, token } = await aFilled();
  const read = await tokenOf(space.owner, "read");
  expect((await call(read, "POST", `${path}/pictures`, aJpeg(""))).status).toBe(403);
  expect((await call(read, "DELETE", path, undefined, { "if-match": "*" })).status).toBe(403);
  expect((await call(token, "POST", `${path}/pictures`, new TextEncoder().encode("<svg/>"))).status).toBe(415);
  expect((await call(token, "POST", `${path}/pictures`, new Uint8Array(5_000_001))).status).toBe(413);
  expect((await call(token, "POST", `${path}/series`, { text: "no numbers" })).status).toBe(415);
  expect((await call(token, "GET", `${path}/pictures/0`)).status).toBe(400);
  expect((await call(token, "GET", `${path}/comments`)).status).toBe(404);
  expect((await call(token, "DELETE", `${path}/pictures`)).status).toBe(405);
});

test("a machine says how far an entry is, and takes it away, as its maker might, if nobody changed it since", async () => {
  const { space, token, path, etag } = await aFilled();
  const reviewed = await call(token, "PATCH", path, { status: "review" }, { "if-match": etag });
  expect(reviewed).toMatchObject({ status: 200, body: { status: "review", revision: 1 } });
  expect(reviewed.etag).not.toBe(etag);
  for (const [method, body] of [
    ["PATCH", { status: "final" }],
    ["DELETE", undefined],
  ] as const) {
    expect((await call(token, method, path, body, { "if-match": etag })).status).toBe(412);
    expect((await call(token, method, path, body)).status).toBe(428);
  }
  expect((await call(token, "PATCH", path, { status: "gone" }, { "if-match": reviewed.etag })).status).toBe(400);
  const member = await tokenOf(await space.as());
  for (const [method, body] of [
    ["PATCH", { status: "final" }],
    ["DELETE", undefined],
  ] as const)
    expect((await call(member, method, path, body, { "if-match": reviewed.etag })).status).toBe(403);
  expect(await call(token, "DELETE", path, undefined, { "if-match": reviewed.etag })).toMatchObject({
    status: 204,
    text: "",
  });
  expect((await call(token, "GET", path)).status).toBe(404);
});

test("nothing is taken away of which a copy is public", async () => {
  const me = await aPersonalSpace();
  const { entryId } = await aPublished({}, me);
  const token = await tokenOf(me);
  const path = `entries/${entryId}`;
  const { etag } = await call(token, "GET", path);
  const take = () => call(token, "DELETE", path, undefined, { "if-match": etag });
  expect(await take()).toMatchObject({ status: 409 });
  await performInSpace(withdrawPublication, me, { entryId, because: "" });
  expect(await take()).toMatchObject({ status: 204 });
});

test("the description names every path that answers", async () => {
  const { paths } = (await call(null, "GET", "openapi.json")).body;
  expect(Object.keys(paths).filter((path) => /pictures|series/.test(path))).toHaveLength(4);
  expect(Object.keys(paths["/entries/{id}"]).sort()).toEqual(["delete", "get", "parameters", "patch"]);
});
