import type { App } from "../app";
import { limits } from "../limits";
import { bodyMd5, callSignature, sameText } from "../signature";

const replayGraceMs = 2_000;
const firstSeen = new Map<string, number>();

/**
 * Whether the call was signed with the app's secret, within ten minutes of now, and is no replay.
 * Two equal calls of one second carry the same signature, so a repetition counts as a replay
 * only when it comes later than two such calls could.
 */
export function isSigned(app: App, method: string, url: URL, body: Buffer, now = Date.now()) {
  const query = url.searchParams;
  if (query.get("auth_version") !== "1.0") return false;
  if (!sameText(query.get("auth_key"), app.settings.key)) return false;
  const signature = callSignature(app.settings, method, url.pathname, query);
  if (!sameText(query.get("auth_signature"), signature)) return false;
  if (body.length > 0 && !sameText(query.get("body_md5"), bodyMd5(body))) return false;
  const age = Math.abs(now / 1000 - Number(query.get("auth_timestamp") ?? Number.NaN));
  return age <= limits.clockSkewSeconds && (method === "GET" || isFresh(signature, now));
}

function isFresh(signature: string, now: number) {
  const keptMs = 2 * limits.clockSkewSeconds * 1000;
  for (const [old, at] of firstSeen) {
    if (now - at < keptMs) break;
    firstSeen.delete(old);
  }
  const first = firstSeen.get(signature);
  if (first === undefined) firstSeen.set(signature, now);
  return first === undefined || now - first <= replayGraceMs;
}
