import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Part } from "@/lib/live/front";

type Coded = { type: string; br: Buffer; gzip: Buffer };

const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};
const prefix = "/_next/static/";
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/**
 * The scripts and styles of the production bundle, compressed once and kept ready: a hall of cold phones asks for
 * hundreds of megabytes of them within a minute. What is not ready, not there or not wanted compressed is left to
 * the next part. Their names say what is in them, so phones keep them for ever.
 */
export async function openBundle(folder: string): Promise<Part> {
  const files = new Map<string, Coded>();
  void prepare(join(folder, "static"), files).catch((error) => console.error(error));
  return {
    handle(request, out) {
      const path = request.url?.split("?", 1)[0] ?? "";
      const file = path.startsWith(prefix) ? files.get(path.slice(prefix.length)) : undefined;
      return file !== undefined && answer(request, out, file);
    },
    upgrade: () => false,
    close: async () => files.clear(),
  };
}

function answer({ method, headers }: IncomingMessage, out: ServerResponse, file: Coded) {
  const accepted = headers["accept-encoding"] ?? "";
  const coding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
  if (coding === null || headers.range || (method !== "GET" && method !== "HEAD")) return false;
  out.writeHead(200, {
    "content-type": file.type,
    "content-encoding": coding,
    "content-length": file[coding].length,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  out.end(method === "HEAD" ? undefined : file[coding]);
  return true;
}

async function prepare(folder: string, files: Map<string, Coded>) {
  if (!existsSync(folder)) return;
  const names = await readdir(folder, { recursive: true });
  for (const name of names) {
    const type = types[extname(name)];
    if (type) files.set(name.replaceAll("\\", "/"), { type, ...(await coded(await readFile(join(folder, name)))) });
  }
}

async function coded(bytes: Buffer) {
  const [br, gz] = await Promise.all([promisify(brotliCompress)(bytes, quality), promisify(gzip)(bytes, { level: 9 })]);
  return { br, gzip: gz };
}
