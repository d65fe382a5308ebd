/** What the hot lane answered, read to its end. */
export type Answer = { ok: boolean; status: number; headers: Headers; json: () => Promise<unknown> };

/** A call of the hot lane; null when the network did not carry it, or its answer. */
export async function call(path: string, method = "GET", body?: unknown): Promise<Answer | null> {
  const json = { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const signal = AbortSignal.timeout(15_000);
  try {
    const answer = await fetch(`/live/${path}`, { signal, cache: "no-store", ...(body !== undefined && json) });
    const text = await answer.text();
    const { ok, status, headers } = answer;
    return { ok, status, headers, json: async () => JSON.parse(text) };
  } catch {
    return null;
  }
}

const spoken = [401, 404, 409];

/** The reason of a no, in a word that `refused` has a sentence for. */
export async function reasonOf(answer: Answer): Promise<{ reason: string; left: number | null }> {
  if (!spoken.includes(answer.status)) return { reason: "broken", left: null };
  const no = (await answer.json().catch(() => ({}))) as { reason?: string; left?: number };
  return { reason: no.reason ?? "broken", left: no.left ?? null };
}

/** How long the server asks to wait, in milliseconds. */
export function retryAfter(answer: Answer | null) {
  return Number(answer?.headers.get("retry-after") ?? 0) * 1000;
}

export function pause(ms: number) {
  return new Promise((done) => setTimeout(done, ms));
}
