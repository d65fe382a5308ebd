import "server-only";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { parse } from "@/lib/db/perform";
import { Refused } from "@/lib/errors";
import type { Left } from "@/lib/import/rules";
import { takeFiles } from "@/lib/import/take-files";
import type { FileToRead } from "@/lib/interop/entry/read-file";
import { BadZip, pathOf, unzip } from "@/lib/interop/entry/unzip";
import { submitted } from "@/lib/web/action";
import type { FormState } from "@/lib/web/form-state";
import { viewerId } from "@/lib/web/viewer";

const mostBytes = 15_000_000;
const kind = z
  .enum(["", "recipe", "postmortem"])
  .default("")
  .transform((one) => one || undefined);
const pastedInput = z.strictObject({
  kind,
  name: z.string().trim().max(200).default(""),
  text: z
    .string()
    .max(1_000_000)
    .refine((text) => text.trim() !== "", "too-small"),
});
const uploadedInput = z.strictObject({ kind, files: z.array(z.file().max(mostBytes)).min(1).max(500) });

type Gathered = { files: FileToRead[]; left: Left[] };
type Act = (space: string, previous: FormState, form: FormData) => Promise<FormState>;

/** Takes a text that was pasted. Answers the report of the import. */
export const importPastedAs: Act = (space, _previous, form) =>
  importing(space, form, async (typed) => {
    const { text, name, kind } = parse(pastedInput, typed);
    // browsers send CRLF, whatever was pasted
    const bytes = new TextEncoder().encode(text.replaceAll("\r\n", "\n"));
    return { files: [{ path: pathOf(name) || "pasted.md", bytes, kind }], left: [] };
  });

/** Takes files, and what lies in zips among them. */
export const importUploadedAs: Act = (space, _previous, form) =>
  importing(space, form, async (typed) => {
    const given = parse(uploadedInput, { ...typed, files: filesIn(typed.files) });
    const all = await Promise.all(given.files.map(async (file) => unpacked(file.name, await bytesOf(file))));
    const files = all.flatMap((one) => one.files).map((file) => ({ ...file, kind: given.kind }));
    return { files, left: all.flatMap((one) => one.left) };
  });

function importing(space: string, form: FormData, gather: (typed: Record<string, unknown>) => Promise<Gathered>) {
  return submitted(form, async (typed) => {
    const caller = { space, userId: await viewerId() };
    const { files, left } = await gather(typed);
    const value = await takeFiles(caller, files, left);
    revalidatePath(`/s/${space}`, "layout");
    return { value };
  });
}

/** A field of files that was left empty sends one without a name. */
const filesIn = (sent: unknown) =>
  Array.isArray(sent) ? sent.filter((file) => file instanceof File && file.name !== "") : sent;

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

function unpacked(name: string, bytes: Uint8Array): Gathered {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return { files: [{ path: pathOf(name) ?? "file.md", bytes }], left: [] };
  try {
    return unzip(bytes);
  } catch (error) {
    if (!(error instanceof BadZip)) throw error;
    throw error.message === "zip-too-large" ? new Refused("zip-too-large") : new Refused("zip-broken");
  }
}
