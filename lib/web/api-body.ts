import "server-only";
import { Refused } from "@/lib/errors";
import { Problem } from "@/lib/web/api-answer";
import { bounded } from "@/lib/web/received";

const mostLetters = 5_000_000;

/** What was sent as JSON, if it is no more than we take. */
export async function jsonOf(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await bytesOf(request, mostLetters));
  try {
    // PostgreSQL knows no text with a NUL in it, nor half a letter
    return JSON.parse(text.replaceAll("\\u0000", ""), (_, value) =>
      typeof value === "string" ? value.toWellFormed() : value,
    );
  } catch {
    throw new Problem(400);
  }
}

/** What was sent, whatever length it said it has. */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Problem(413);
  try {
    return new Uint8Array(await new Response(bounded(request, most)).arrayBuffer());
  } catch (error) {
    throw error instanceof Refused ? new Problem(413) : new Problem(400);
  }
}
