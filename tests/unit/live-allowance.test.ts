import { expect, test } from "vitest";
import { Allowance } from "@/lib/live/hot/allowance";
import { cookieOf } from "@/lib/live/hot/cookie";
import { isFromUs } from "@/lib/live/origin";
import { textFrame } from "@/lib/live/pusher/frame";

test("a person who votes as fast as they can is never limited", () => {
  const allowance = new Allowance();
  const waits = Array.from({ length: 600 }, (_, n) => allowance.spend("ann", 1_000_000 + n * 110));
  expect(waits.every((wait) => wait === 0)).toBe(true);
});

test("a session that asks a thousand times at once is told to wait; its neighbour is not", () => {
  const allowance = new Allowance();
  const waits = Array.from({ length: 1_000 }, () => allowance.spend("script", 1_000_000));
  expect(waits.filter((wait) => wait > 0)).toHaveLength(800);
  expect(allowance.spend("ann", 1_000_000)).toBe(0);
  expect(allowance.spend("script", 1_003_000)).toBe(0);
});

test("one cookie is found among others, whole names only", () => {
  expect(cookieOf("a=1; twofeet.session=x%3Dy; b=2", "twofeet.session")).toBe("x=y");
  expect(cookieOf("xtwofeet.session=1", "twofeet.session")).toBeNull();
  expect(cookieOf("twofeet.session=%E0%A4%A", "twofeet.session")).toBe("%E0%A4%A");
  expect(cookieOf(undefined, "twofeet.session")).toBeNull();
});

test("a request is from us when its origin is the host that it asks, or one of ours", () => {
  const from = (origin?: string) => ({ headers: { host: "day.local:3000", origin } }) as never;
  expect(isFromUs(from("http://day.local:3000"))).toBe(true);
  expect(isFromUs(from("http://evil.example"))).toBe(false);
  expect(isFromUs(from("null"))).toBe(false);
  expect(isFromUs(from("https://day.example"), ["https://day.example"])).toBe(true);
  expect(isFromUs(from())).toBe(true);
});

test.each([0, 1, 125, 126, 65_535, 65_536])("a frame of %d bytes says its length as RFC 6455 wants it", (length) => {
  const frame = textFrame("x".repeat(length));
  const short = (frame[1] ?? 0) & 0x7f;
  const said = short < 126 ? short : short === 126 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2));
  expect([frame[0], said]).toEqual([0x81, length]);
  expect(frame.subarray(frame.length - length).toString()).toBe("x".repeat(length));
});
