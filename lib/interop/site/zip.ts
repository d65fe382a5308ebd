import { zipSync } from "fflate";
import type { PackedFile } from "@/lib/interop/entry/unzip";

/** The same bytes for the same files, whenever it is made. */
export const zipOf = (files: readonly PackedFile[]) =>
  zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, [bytes, { mtime: "1980-01-02" }]])), { level: 6 });
