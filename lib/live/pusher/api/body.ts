import type { IncomingMessage } from "node:http";
import { limits } from "../limits";
import { ApiRefusal } from "./refusal";

export async function readBody(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limits.apiBodyBytes) throw new ApiRefusal(413, "Body too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
