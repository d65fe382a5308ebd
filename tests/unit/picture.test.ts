import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanPicture } from "@/lib/picture/clean";
import { aJpeg, aPng, aWebp } from "@/tests/support/pictures";
import { tried } from "@/tests/support/properties";

const words = "51.05N 3.72E, Ann Otter";
const kinds = [
  ["image/png", aPng],
  ["image/jpeg", aJpeg],
  ["image/webp", aWebp],
] as const;

test.each(kinds)("%s keeps the picture and nothing that was written beside it or behind its end", (mime, make) => {
  const picture = cleanPicture(make(words));
  expect(picture?.mime).toBe(mime);
  expect(Buffer.from(picture?.bytes ?? []).includes("Otter")).toBe(false);
  // two that differ in words only are one picture, and cleaning what is clean changes nothing
  expect(cleanPicture(make("elsewhere, by somebody else"))).toEqual(picture);
  expect(cleanPicture(picture?.bytes ?? new Uint8Array())).toEqual(picture);
});

test("a JPEG keeps which way is up, its colours and all of its scans", () => {
  const bytes = Buffer.from(cleanPicture(aJpeg(words, 6))?.bytes ?? []);
  expect(bytes.includes("ICC_PROFILE")).toBe(true);
  expect(bytes.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
  expect(bytes.subarray(-4)).toEqual(Buffer.from([5, 6, 0xff, 0xd9]));
  expect(Buffer.from(cleanPicture(aJpeg(words, 1))?.bytes ?? []).includes("Exif")).toBe(false);
});

test("what is no whole picture is none: other files, ends that are missing, sizes that lie", () => {
  expect(cleanPicture(new TextEncoder().encode("<svg onload=alert(1)>"))).toBeNull();
  expect(cleanPicture(new TextEncoder().encode("GIF89a"))).toBeNull();
  for (const [, make] of kinds) {
    const whole = cleanPicture(make(words))?.bytes ?? new Uint8Array();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (end) => {
        expect(cleanPicture(whole.subarray(0, end))).toBeNull();
      }),
      tried("pictures cut off", 50),
    );
  }
  const anything = fc.uint8Array({ maxLength: 60 }).map((tail) => Buffer.concat([aJpeg(words).subarray(0, 20), tail]));
  fc.assert(
    fc.property(anything, (bytes) => void cleanPicture(bytes)),
    tried("nonsense behind a head", 200),
  );
});
