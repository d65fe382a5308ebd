import "server-only";
import { Refused } from "@/lib/errors";

/** A form with a file in it, if it is no longer than `most` bytes. Refuses with `too-big` and `invalid-input`. */
export async function receivedForm(request: Request, most: number) {
  if (Number(request.headers.get("content-length") ?? most + 1) > most) throw new Refused("too-big");
  try {
    return await new Response(bounded(request, most), { headers: request.headers }).formData();
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("invalid-input");
  }
}

/** A length that was said is no length that was kept. */
export function bounded({ body }: Request, most: number) {
  let seen = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      seen += chunk.length;
      if (seen > most) out.error(new Refused("too-big"));
      else out.enqueue(chunk);
    },
  });
  return body?.pipeThrough(counted) ?? null;
}
