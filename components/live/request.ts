import { retryAfterMs } from "./pace";

/** What the hot lane answered, read to its end. */
export type Answer = { ok: boolean; status: number; headers: Headers; json: () => Promise<unknown> };

type Ears = { slow: () => void; silent: () => void };
type Flight = { began: number; abort: AbortController };

const patienceMs = 15_000;
/** An answer that takes longer makes one doubt that the network is there. */
const slowMs = 4_000;

/** RFC 6585. */
const networkLogin = 511;

const flights = new Set<Flight>();
const ears = new Set<Ears>();

/** Tells when a call takes suspiciously long, and when the network carried none. */
export function listenToCalls(listener: Ears) {
  ears.add(listener);
  return () => void ears.delete(listener);
}

/**
 * A call of the hot lane; null when the network did not carry it, or its answer. Only JSON is an answer (or a word
 * that nothing changed): a captive portal's page, its redirect and a box's error page are no network.
 */
export async function call(path: string, method = "GET", body?: unknown, mostMs = patienceMs): Promise<Answer | null> {
  const flight = { began: Date.now(), abort: new AbortController() };
  flights.add(flight);
  const slow = setTimeout(() => tell("slow"), slowMs);
  const tooLong = setTimeout(() => flight.abort.abort(), mostMs);
  try {
    return await asked(path, method, body, flight.abort.signal);
  } catch {
    tell("silent");
    return null;
  } finally {
    clearTimeout(slow);
    clearTimeout(tooLong);
    flights.delete(flight);
  }
}

async function asked(path: string, method: string, body: unknown, signal: AbortSignal): Promise<Answer> {
  const json = { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const how = { signal, cache: "no-store", redirect: "error" } as const;
  const answer = await fetch(`/live/${path}`, { ...how, ...(body !== undefined && json) });
  const { ok, status, headers } = answer;
  const text = await answer.text();
  if (status === networkLogin) throw new Error("a network that wants a login first");
  if (status === 304) {
    if (!headers.has("x-now")) throw new Error("not from our server");
    return { ok, status, headers, json: async () => null };
  }
  // what a proxy says of a server that is away is a no, but never data
  if (ok || status < 500) return { ok, status, headers, json: readIn(headers, text) };
  return { ok, status, headers, json: async () => ({}) };
}

/** Read at once: half an answer is none. */
function readIn(headers: Headers, text: string) {
  if (!headers.get("content-type")?.includes("json")) throw new Error("not from our server");
  const value: unknown = JSON.parse(text);
  return async () => value;
}

/** After a dead network came back: what was sent before is on its old connections, and lost. */
export function giveUpCallsBefore(instant: number) {
  for (const { began, abort } of flights) if (began < instant) abort.abort();
}

function tell(what: keyof Ears) {
  for (const listener of ears) listener[what]();
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
  const date = Date.parse(answer?.headers.get("date") ?? "");
  return retryAfterMs(answer?.headers.get("retry-after") ?? null, Number.isNaN(date) ? Date.now() : date);
}

export function pause(ms: number) {
  return new Promise((done) => setTimeout(done, ms));
}
