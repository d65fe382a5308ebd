import { createHash } from "node:crypto";
import { cleanJpeg } from "@/lib/picture/jpeg";
import { cleanPng } from "@/lib/picture/png";
import { cleanWebp } from "@/lib/picture/webp";

export type Picture = { mime: "image/jpeg" | "image/png" | "image/webp"; bytes: Uint8Array<ArrayBuffer> };

/**
 * A picture without what cameras and programs wrote beside it (where, when, who, with what, smaller copies), and without
 * anything behind its end. Its pixels, colours and the way up stay. Null: it is none of JPEG, PNG, WebP, or is broken.
 */
export function cleanPicture(bytes: Uint8Array): Picture | null {
  const cleaned = [
    ["image/jpeg", cleanJpeg] as const,
    ["image/png", cleanPng] as const,
    ["image/webp", cleanWebp] as const,
  ].map(([mime, clean]) => ({ mime, bytes: clean(bytes) }));
  const found = cleaned.find((one): one is Picture => one.bytes !== null);
  return found ?? null;
}

/** By what a picture is named everywhere. */
export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
