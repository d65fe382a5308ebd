import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  mainPages,
  mayBeKept,
  permissionOf,
  readPermission,
  readShelf,
  shelfOf,
  slugOfKeepable,
  wipeFor,
} from "@/lib/offline/rules";
import { style } from "@/worker/offline-style";
import { readPage } from "@/worker/page";

const id = "0f8fad5b-d9cb-469f-a165-70867728950e";

test("a private event is kept only where its host allows it", () => {
  expect(mayBeKept({ visibility: "public", keptOnPhones: false })).toBe(true);
  expect(mayBeKept({ visibility: "unlisted", keptOnPhones: false })).toBe(true);
  expect(mayBeKept({ visibility: "private", keptOnPhones: false })).toBe(false);
  expect(mayBeKept({ visibility: "private", keptOnPhones: true })).toBe(true);
  expect(mayBeKept({ visibility: "public", keptOnPhones: true, purgedAt: new Date() })).toBe(false);
});

test.each([
  ...["", "/topics", `/topics/${id}`, "/topics/pitch", "/topics/quick", "/board", "/me", "/stars"],
  ...[`/talk/${id}`, "/programme", "/programme/2027-03-04"],
])("the page /e/day%s may be kept", (page) => {
  expect(slugOfKeepable(`/e/day${page}`)).toBe("day");
});

test.each([
  ...["/", "/sign-in", "/account", "/new", "/j/ABCDEF", "/wall/day/key", "/api/auth/callback/email", "/offline"],
  ...["/e/day/desk", "/e/day/settings", "/e/day/crew/key", "/e/day/join", "/e/day/topics/other", "/e/day/board/x"],
  ...["/e/Day", "/e/../account", "/e/day%2fdesk", "/e/"],
])("the page %s is never kept", (path) => {
  expect(slugOfKeepable(path)).toBeNull();
});

test("every main page may be kept", () => {
  expect(mainPages("day").map(slugOfKeepable)).toEqual(mainPages("day").map(() => "day"));
});

test("what a page allows is read as it was written, and nothing else is", () => {
  const keeper = { person: "abc_DEF-123", audience: "crew" } as const;
  expect(readPermission(permissionOf(keeper))).toEqual(keeper);
  for (const other of [undefined, "", "abc", "abc boss", " hall", 'a" hall', `${"x".repeat(41)} hall`])
    expect(readPermission(other)).toBeNull();
});

describe("what has to go", () => {
  const of = (person: string, audience: "hall" | "crew" = "hall") => ({ person, audience });
  test("all, when the phone is another person's now, or nobody's", () => {
    expect(wipeFor(of("ann"), of("bob"))).toBe("everything");
    expect(wipeFor(of("ann"), of("nobody"))).toBe("everything");
  });
  test("the event, when the person sees more or less in it", () => {
    expect(wipeFor(of("ann", "crew"), of("ann"))).toBe("event");
    expect(wipeFor(of("ann"), of("ann", "crew"))).toBe("event");
  });
  test("nothing for the same person, or when a visitor joins", () => {
    expect(wipeFor(of("ann"), of("ann"))).toBeNull();
    expect(wipeFor(of("nobody"), of("ann"))).toBeNull();
  });
});

test("caches of one event are not those of another whose name begins alike", () => {
  expect(readShelf(shelfOf("day-2027", "b1"))).toEqual({ name: "e.day-2027.b1", slug: "day-2027", build: "b1" });
  for (const other of ["static.b1", "e.day", "e.day.b1.more", "twofeet"]) expect(readShelf(other)).toBeNull();
});

describe("a page as the worker reads it", () => {
  const page = (head: string, body = "") =>
    `<html lang="nl" data-theme="dark"><head>${head}</head><body>${body}</body>`;

  test("says how it looks, what it is called and for whom it is", () => {
    const head = '<meta name="twofeet-may-keep" content="ann hall"/><meta name="twofeet-event" content="A &amp; B"/>';
    const read = readPage(page(head, "<h1 class=x>Wie <b>leest</b> &lt;dit&gt;?</h1>"));
    expect(read).toMatchObject({ lang: "nl", theme: "dark", event: "A & B", heading: "Wie leest <dit>?" });
    expect(read.keeper).toEqual({ person: "ann", audience: "hall" });
  });

  test("takes no permission from its body, where people's words are", () => {
    const inBody = '<p><meta name="twofeet-may-keep" content="ann hall"/></p>';
    expect(readPage(page("<title>x</title>", inBody)).keeper).toBeNull();
    expect(readPage(inBody).keeper).toBeNull();
  });
});

test("the offline page has the colours of the tokens", () => {
  const tokens = readFileSync("app/tokens.css", "utf8").toLowerCase();
  const pairs = [...style.matchAll(/light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)/g)];
  expect(pairs.length).toBeGreaterThan(5);
  for (const [, light, dark] of pairs) expect(tokens).toContain(`light-dark(${light}, ${dark})`);
});
