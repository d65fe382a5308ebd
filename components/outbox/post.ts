import type { Entry, No } from "./entry";

/** What the server said to an entry. `later`: it could not just now; `silence`: nothing of ours was heard. */
export type Verdict =
  | { is: "done"; value: unknown }
  | { is: "refused"; no: No }
  | { is: "later"; afterMs: number; forAll: boolean }
  | { is: "silence" }
  | { is: "gone" }
  | { is: "somebody-else" };

const patienceMs = 15_000;
const broken: No = { reason: "broken", fields: {}, about: {} };

/** Sends an entry with its key. */
export async function post({ slug, id, kind, mark, values }: Entry): Promise<Verdict> {
  const headers = { "content-type": "application/json", "idempotency-key": id };
  const body = JSON.stringify({ kind, mark, values });
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const answer = await fetch(`/e/${slug}/outbox`, { method: "POST", headers, body, signal, cache: "no-store" });
    return judged(answer, await answer.json().catch(() => null));
  } catch {
    return { is: "silence" };
  }
}

type Said = Partial<No> & { value?: unknown };

/** A hotel's login page answers 200 as well: without our words in it, it is not our answer. */
export function judged({ status, headers }: Pick<Response, "status" | "headers">, said: Said | null): Verdict {
  if (status === 429) return { is: "later", afterMs: retryAfter(headers), forAll: true };
  if (status >= 500) return { is: "later", afterMs: retryAfter(headers), forAll: false };
  if (said === null || typeof said !== "object") return { is: "silence" };
  if (status === 200) return "value" in said ? { is: "done", value: said.value } : { is: "silence" };
  const { reason = "broken", fields = {}, about = {} } = said;
  if (status === 409) return { is: "refused", no: { reason, fields, about } };
  if (reason === "not-found" || reason === "not-joined") return { is: "gone" };
  if (reason === "another-person" || reason === "not-signed-in") return { is: "somebody-else" };
  return { is: "refused", no: broken };
}

const retryAfter = (headers: Headers) => Number(headers.get("retry-after") ?? 0) * 1000 || 0;
