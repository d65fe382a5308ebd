import { expect, test, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { performInOrg } from "@/lib/db/enter-org";
import { askSpace, performInSpace } from "@/lib/db/enter-space";
import { removeFromOrg } from "@/lib/org/commands/members";
import { endSpaceToken } from "@/lib/token/commands";
import { viewSpaceTokens } from "@/lib/token/queries";
import { anOrgSpace, aPersonalSpace } from "@/tests/support/a-space";
import { asOwner } from "@/tests/support/as-owner";

vi.mock("server-only", () => ({}));

import { call, tokenOf } from "@/tests/support/an-api";

const document = { kind: "recipe", title: "Drain a node", tags: ["k8s"], body: "Text.\n" };

test("a machine makes an entry, reads it, and changes what nobody changed since", async () => {
  const me = await aPersonalSpace();
  const token = await tokenOf(me);
  const made = await call(token, "POST", "entries", { document });
  expect(made).toMatchObject({ status: 201, body: { kind: "recipe", status: "draft", revision: 1, document } });
  const path = `entries/${made.body.id}`;
  expect(await call(token, "GET", path)).toMatchObject({ status: 200, etag: made.etag, body: made.body });
  expect(await call(token, "GET", path, undefined, { "if-none-match": `W/${made.etag}` })).toMatchObject({
    status: 304,
    text: "",
  });
  expect((await call(token, "GET", path, undefined, { accept: "text/markdown" })).text).toMatch(/^---\ntwofeet: 1\n/);

  expect(await call(token, "PATCH", path, { document: { title: "x" } })).toMatchObject({ status: 428 });
  const changed = await call(
    token,
    "PATCH",
    path,
    { document: { title: "Drain two", tags: null } },
    { "if-match": made.etag },
  );
  expect(changed).toMatchObject({
    status: 200,
    body: { revision: 2, document: { title: "Drain two", tags: [], body: "Text.\n" } },
  });
  expect(await call(token, "PATCH", path, { document: { title: "y" } }, { "if-match": made.etag })).toMatchObject({
    status: 412,
  });
  const list = await call(token, "GET", "entries?limit=1&kind=recipe");
  expect(list.body).toMatchObject({ entries: [{ id: made.body.id, title: "Drain two", tags: [] }], next: null });
});

test("two machines that change the same at once: one is told", async () => {
  const token = await tokenOf(await aPersonalSpace());
  const { body, etag } = await call(token, "POST", "entries", { document });
  const both = await Promise.all(
    ["a", "b"].map((title) =>
      call(token, "PATCH", `entries/${body.id}`, { document: { title } }, { "if-match": etag }),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("a list goes on where it ended, and every entry comes once", async () => {
  const token = await tokenOf(await aPersonalSpace());
  for (const title of ["a", "b", "c", "d", "e"])
    await call(token, "POST", "entries", { document: { ...document, title } });
  const seen: string[] = [];
  for (let after = ""; ; ) {
    const { body } = await call(token, "GET", `entries?limit=2${after && `&after=${after}`}`);
    seen.push(...body.entries.map(({ title }: { title: string }) => title));
    if (!body.next) break;
    after = body.next;
  }
  expect(seen).toEqual(["e", "d", "c", "b", "a"]);
});

test("what is wrong is said by field, and what is another's is not there", async () => {
  const [one, other] = [await anOrgSpace(), await anOrgSpace()];
  const [token, others] = [await tokenOf(one.owner), await tokenOf(other.owner)];
  const { body, etag } = await call(token, "POST", "entries", { document: { ...document, title: "Sealed word" } });
  const missing = "01234567-89ab-4cde-8f01-23456789abcd";
  for (const method of ["GET", "PATCH"] as const) {
    const ask = (id: string) =>
      call(others, method, `entries/${id}`, method === "PATCH" ? { document: { title: "x" } } : undefined, {
        "if-match": etag,
      });
    const [real, none] = [await ask(body.id), await ask(missing)];
    expect(real).toMatchObject({ status: 404 });
    expect({ text: real.text, headers: [...real.headers] }).toEqual({ text: none.text, headers: [...none.headers] });
  }
  expect((await call(others, "GET", "entries")).text).not.toContain("Sealed");
  expect(await call(token, "POST", "entries", { document: { ...document, title: "" } })).toMatchObject({
    status: 400,
    body: { fields: { "document.title": ["too-small"] } },
  });
  expect(await call(token, "POST", "entries", { document, more: 1 })).toMatchObject({ status: 400 });
  expect(await call(token, "GET", "entries?after=nonsense")).toMatchObject({ status: 400 });
  expect(await call(token, "PUT", `entries/${body.id}`)).toMatchObject({ status: 405 });
  expect(await call(token, "GET", "entries/not-an-id")).toMatchObject({ status: 400 });
});

test("a token opens what its scope says, and nothing once it is ended, expired, or its maker is out", async () => {
  const space = await anOrgSpace();
  const member = await space.as();
  const [feed, read, write] = [
    await tokenOf(member, "feed"),
    await tokenOf(member, "read"),
    await tokenOf(member, "write"),
  ];
  const statuses = async () =>
    Promise.all([feed, read, write].map(async (token) => (await call(token, "GET", "entries")).status));
  expect(await statuses()).toEqual([403, 200, 200]);
  expect((await call(read, "POST", "entries", { document })).status).toBe(403);
  expect((await call(write, "POST", "entries", { document })).status).toBe(201);
  for (const none of [null, "tfs_no", `tfs_${"0".repeat(43)}`])
    expect((await call(none, "GET", "entries")).status).toBe(401);

  const { tokens } = await askSpace(viewSpaceTokens, member, undefined);
  expect(JSON.stringify(tokens)).not.toMatch(/hash/i);
  const ofRead = tokens.find(({ scope }) => scope === "read")?.id ?? "";
  await expect(performInSpace(endSpaceToken, await space.as(), { id: ofRead })).rejects.toMatchObject({
    reason: "not-found",
  });
  await performInSpace(endSpaceToken, member, { id: ofRead });
  expect(await statuses()).toEqual([403, 401, 200]);

  const short = await tokenOf(member, "read");
  await asOwner((db) =>
    db.query("update lib_priv.space_token set expires_at = now() - interval '1 second' where scope = 'read'"),
  );
  expect((await call(short, "GET", "entries")).status).toBe(401);

  await performInOrg(removeFromOrg, space.org.owner, { id: member.memberId });
  expect(await statuses()).toEqual([401, 401, 401]);
  const rows = await prisma().$queryRaw<unknown[]>`select 1 from lib_priv.space_token`;
  expect(rows).toEqual([]);
});

test("the description is made of the schemas, and says what the API says", async () => {
  const { status, body, headers } = await call(null, "GET", "openapi.json");
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toContain("public");
  expect(body).toMatchObject({
    openapi: "3.1.0",
    components: { schemas: { Entry: { required: expect.arrayContaining(["document"]) } } },
  });
  const referred = [...JSON.stringify(body).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? "");
  expect(referred.filter((name) => !(name in body.components.schemas))).toEqual([]);
  expect(await call(null, "GET", "published?limit=2")).toMatchObject({
    status: 200,
    body: { entries: expect.any(Array) },
  });
  expect(await call(null, "GET", "published/no-such-thing")).toMatchObject({ status: 404 });
});
