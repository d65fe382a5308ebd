/** A call of the hot lane; null when the network did not carry it. */
export async function call(path: string, method = "GET", body?: unknown): Promise<Response | null> {
  const json = { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const signal = AbortSignal.timeout(15_000);
  return fetch(`/live/${path}`, { signal, cache: "no-store", ...(body !== undefined && json) }).catch(() => null);
}

/** How long the server asks to wait, in milliseconds. */
export function retryAfter(answer: Response | null) {
  return Number(answer?.headers.get("retry-after") ?? 0) * 1000;
}

export function pause(ms: number) {
  return new Promise((done) => setTimeout(done, ms));
}
