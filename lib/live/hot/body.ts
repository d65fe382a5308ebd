import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import { Turned } from "./reply";

const bodyBytes = 16_384;

/** The request's JSON, held against a schema. Refuses `invalid-input` and `too-large`. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(parse(await readText(request)));
  if (parsed.success) return parsed.data;
  throw new Turned(400, "invalid-input");
}

// events, not `for await`: this is on the path of every vote
function readText(request: IncomingMessage) {
  return new Promise<string>((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyBytes) chunks.push(chunk);
    });
    request.on("end", () => {
      if (size > bodyBytes) fail(new Turned(413, "too-large"));
      else done(Buffer.concat(chunks).toString());
    });
    request.on("error", fail);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text === "" ? "{}" : text);
  } catch {
    return undefined;
  }
}
