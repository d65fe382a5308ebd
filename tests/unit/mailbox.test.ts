import fc from "fast-check";
import { expect, test } from "vitest";
import { readDomain, readMailbox } from "@/lib/member/mailbox";

test.each([
  ["Harbour.Example", "harbour.example"],
  ["@harbour.example", "harbour.example"],
  ["ｈａｒｂｏｕｒ.example", "harbour.example"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["почта.example", "xn--80a1acny.example"],
  ["日本.example", "xn--wgv71a.example"],
])("the domain %s is %s", (typed, read) => {
  expect(readDomain(typed)).toBe(read);
});

test.each([
  ["hаrbour.example", "a Cyrillic а among Latin letters"],
  ["harbοur.example", "a Greek ο among Latin letters"],
  ["аррӏе.example", "all of it Cyrillic, all of it like Latin"],
  ["harbour.ехаmple", "in a later label"],
  ["lıberty.example", "an i without its dot"],
])("refuses %s: %s", (typed) => {
  expect(() => readDomain(typed)).toThrow("domain-lookalike");
});

test.each([
  "",
  "harbour",
  "192.168.0.1",
  "a b.example",
  "harbour..example",
  "ann@harbour.example",
  "-",
  "[::1]",
  "x/y.example",
])("%s is no domain", (typed) => {
  expect(() => readDomain(typed)).toThrow("bad-domain");
});

test.each([
  ["Ann@Harbour.Example", "ann@harbour.example"],
  ["ann＠harbour.example", "ann@harbour.example"],
  ["ann@bücher.example", "ann@xn--bcher-kva.example"],
])("the mailbox %s is %s", (typed, read) => {
  expect(readMailbox(typed)).toBe(read);
});

test.each([
  "ann@evil.example＠harbour.example",
  "ann@evil.example,@harbour.example",
  "ann",
  "@harbour.example",
  "a b@c.example",
])("%s is no mailbox", (typed) => {
  expect(() => readMailbox(typed)).toThrow("bad-email");
});

test("reading a domain twice is reading it once, and what is read is ASCII", () => {
  const label = fc.stringMatching(/^[a-z0-9äöüßéñœ]{1,12}$/);
  fc.assert(
    fc.property(label, label, (first, second) => {
      const typed = `${first}.${second}.example`;
      const read = readDomain(typed);
      expect(readDomain(read)).toBe(read);
      expect(read).toMatch(/^[a-z0-9.-]+$/);
    }),
    { numRuns: 500 },
  );
});
